package io.goaltree.scoring;

import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The state of a KPI's newest value: is it where it should be, and is it still news. */
public final class Health {
    private Health() {}

    /**
     * The health of the newest value against the definition in force for its period.
     *
     * @param newest the newest value in the KPI's unit; null when there is none
     * @param range the healthy range in the same unit; null when none is defined
     * @return the first that holds: NO_DATA without a value, with or without a range; UNDEFINED without a range;
     *     HEALTHY in the band, bounds included; WARNING outside by at most the tolerance (equal is still WARNING; a
     *     tolerance of 0 leaves no warning); UNHEALTHY. Compared exactly
     *     <p>Source: product.md 3.1.
     */
    public static KpiHealth of(@Nullable BigDecimal newest, @Nullable HealthyRangeLimits range) {
        if (newest == null) {
            return KpiHealth.NO_DATA;
        }
        if (range == null) {
            return KpiHealth.UNDEFINED;
        }
        if (range.band().contains(newest)) {
            return KpiHealth.HEALTHY;
        }
        return range.band().distance(newest).compareTo(range.tolerance()) <= 0
                ? KpiHealth.WARNING
                : KpiHealth.UNHEALTHY;
    }

    /**
     * Whether the next value is overdue: the newest period ended more than one cadence plus grace ago. With L the last
     * day of the calendar period that follows the newest one, it is stale exactly when {@code today > L + graceDays}.
     *
     * @param newestPeriod the calendar period of the newest value; null when there is none
     * @param cadence how often a value is expected
     * @param graceDays days a value may be late, 0 or more
     * @param today in the KPI's own time zone
     * @return false without a value (NO_DATA says that) and for a period that has not ended yet. Weekly, newest
     *     4-10 August 2025, L = 17 August, grace 2: fresh on 19 August, stale on 20 August
     * @throws IllegalArgumentException when the grace is below 0
     *     <p>Source: product.md 3.1.
     */
    public static boolean isStale(@Nullable DateRange newestPeriod, Cadence cadence, int graceDays, LocalDate today) {
        if (graceDays < 0) {
            throw new IllegalArgumentException("Grace is " + graceDays + " days; it must be 0 or more");
        }
        if (newestPeriod == null) {
            return false;
        }
        return today.isAfter(cadence.after(newestPeriod).lastDay().plusDays(graceDays));
    }
}
