package io.goaltree.kpi;

import io.goaltree.behaviour.Signal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signal, and when it was first seen.
 *
 * @param team the team of its KPI; null when it has none
 */
public record DetectedSignal(UUID kpi, @Nullable UUID team, Signal signal, Instant at) {}
