package io.goaltree.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an objective is opened from.
 *
 * @param review null when the KPI was never reviewed: then the opening is its first review
 * @param kpi the KPI of the review
 * @param despiteNoise why, although the KPI shows nothing but noise; null when it shows more, or too little to tell
 */
public record Opening(
        @Nullable UUID review, UUID kpi, @Nullable String despiteNoise) {}
