package io.goaltree.scoring;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Progress against the calendar: the one place where a status is computed. */
public final class Pace {
    private Pace() {}

    /**
     * The ratio that a steady walk through the cycle has reached at the end of a day: days elapsed / days in the cycle,
     * both counted inclusively.
     *
     * @param cycle the days of the cycle
     * @param today the day asked about; it counts as elapsed
     * @return a share of one to 34 digits: 0 before the cycle, 1 on its last day and after it
     *     <p>Source: product.md 2.3: 15 April in 1-30 April is 0.5.
     */
    public static BigDecimal expected(DateRange cycle, LocalDate today) {
        return daysElapsed(cycle, today).divide(BigDecimal.valueOf(cycle.days()), MathContext.DECIMAL128);
    }

    /**
     * The status of anything that should advance with the calendar. {@code gap = expected - ratio}.
     *
     * @param cycle the days of the cycle
     * @param today the day asked about
     * @param score of the key result or objective, unrounded
     * @param limits of the gap, shares of one
     * @return the first that holds: NOT_STARTED before the first day of the cycle, whatever the score; NOT_MEASURED
     *     when the coverage is 0; ACHIEVED when the ratio is 1; ON_TRACK when the gap is below {@code behind};
     *     BEHIND when below {@code atRisk}; AT_RISK. A gap equal to a limit has passed it.
     *     <p>Edges: nothing is divided, gap and limit are compared in days, so a third of a cycle is not rounded.
     *     <p>Source: product.md 2.3.
     */
    public static ProgressStatus status(DateRange cycle, LocalDate today, Score score, PaceLimits limits) {
        if (today.isBefore(cycle.from())) {
            return ProgressStatus.NOT_STARTED;
        }
        @Nullable BigDecimal ratio = score.ratio();
        if (ratio == null || !score.isMeasured()) {
            return ProgressStatus.NOT_MEASURED;
        }
        if (ratio.compareTo(BigDecimal.ONE) == 0) {
            return ProgressStatus.ACHIEVED;
        }
        BigDecimal days = BigDecimal.valueOf(cycle.days());
        BigDecimal daysBehind = daysElapsed(cycle, today).subtract(ratio.multiply(days));
        if (daysBehind.compareTo(limits.behind().multiply(days)) < 0) {
            return ProgressStatus.ON_TRACK;
        }
        return daysBehind.compareTo(limits.atRisk().multiply(days)) < 0
                ? ProgressStatus.BEHIND
                : ProgressStatus.AT_RISK;
    }

    /**
     * The status of a HOLD, which has no pace: only the newest value decides.
     *
     * @param cycle the days of the cycle
     * @param today the day asked about
     * @param score of the HOLD
     * @param newestInRange whether the value in force lies in the band; ignored while nothing is measured
     * @return the first that holds: NOT_STARTED before the first day of the cycle; NOT_MEASURED when the coverage is 0;
     *     ON_TRACK when the newest value is in range; AT_RISK. Never ACHIEVED: a level is held, not reached.
     *     <p>Source: product.md 2.3.
     */
    public static ProgressStatus holdStatus(DateRange cycle, LocalDate today, Score score, boolean newestInRange) {
        if (today.isBefore(cycle.from())) {
            return ProgressStatus.NOT_STARTED;
        }
        if (!score.isMeasured()) {
            return ProgressStatus.NOT_MEASURED;
        }
        return newestInRange ? ProgressStatus.ON_TRACK : ProgressStatus.AT_RISK;
    }

    private static BigDecimal daysElapsed(DateRange cycle, LocalDate today) {
        long elapsed = ChronoUnit.DAYS.between(cycle.from(), today) + 1;
        return BigDecimal.valueOf(Math.max(0, Math.min(elapsed, cycle.days())));
    }
}
