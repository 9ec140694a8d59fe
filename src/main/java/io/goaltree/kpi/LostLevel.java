package io.goaltree.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A level that a KPI graduated to and did not keep.
 *
 * @param effectiveFrom first day from which it was to be kept
 * @param lower null when open
 * @param upper null when open
 * @param periodsOutside how many periods since have a value outside, 1 or more
 * @param since first day of the first of them
 * @param value of that one
 */
public record LostLevel(
        LocalDate effectiveFrom,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        int periodsOutside,
        LocalDate since,
        BigDecimal value) {}
