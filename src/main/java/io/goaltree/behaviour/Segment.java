package io.goaltree.behaviour;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a KPI's history that is read by one set of limits.
 *
 * @param from first day of the first period with a value
 * @param to last day of the last period with a value
 * @param count values in it, 1 or more
 * @param limits null while there are fewer than six values, or no two neighbours among those that set the limits
 * @param reason why it began
 */
public record Segment(
        LocalDate from, LocalDate to, int count, @Nullable Limits limits, String reason) {}
