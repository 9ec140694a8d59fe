package io.goaltree.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an objective is opened from.
 *
 * @param despiteNoise why, although the KPI shows nothing but noise; null when it shows more, or too little to tell
 */
public record Opening(UUID review, @Nullable String despiteNoise) {}
