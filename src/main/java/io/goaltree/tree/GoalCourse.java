package io.goaltree.tree;

import io.goaltree.objective.Objective;
import io.goaltree.scoring.GoalOutcome;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an objective came along over its cycle. Targets, weights and members are those of now for every day, values those in
 * force at the end of each day; the last day stands where the tree does.
 *
 * @param cycle its days
 * @param today may lie before or after the cycle
 * @param progress where it stands now
 * @param ratios of the objective, from the first day on which anything was measured; in order of their days
 * @param keyResults its own, without cancelled ones, in the order of their positions
 * @param score at which its cycle was closed, 0..1; null while it is open
 * @param outcome null without a score
 */
public record GoalCourse(
        Objective objective,
        DateRange cycle,
        LocalDate today,
        Progress progress,
        List<DayRatio> ratios,
        List<KeyResultCourse> keyResults,
        @Nullable BigDecimal score,
        @Nullable GoalOutcome outcome) {

    /** A ratio, 0..1 and unrounded, at the end of a day. */
    public record DayRatio(LocalDate day, BigDecimal ratio) {}

    /** How one of its key results came along. */
    public record KeyResultCourse(String title, List<DayRatio> ratios) {}
}
