package io.goaltree.tree;

import io.goaltree.cycle.Cycle;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.kpi.Kpi;
import io.goaltree.objective.Objective;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the goal tree of a cycle says of the cycle's own objectives, each number as callers see it.
 *
 * @param goals in the order of the tree: depth first, each after its first parent
 */
public record CycleGoals(Cycle cycle, Instant asOf, List<Goal> goals) {

    /**
     * An objective of the cycle.
     *
     * @param parentIds the objectives of this tree it contributes to, in order of alignment
     * @param counted how many of its key results count in the summary of the cycle; none of a cancelled objective
     * @param measured how many of those have a value
     */
    public record Goal(
            Objective objective,
            int depth,
            List<String> parentIds,
            int counted,
            int measured,
            Progress progress,
            @Nullable Double score,
            @Nullable ObjectiveOutcome outcome,
            List<Result> results) {}

    /** A key result of such an objective. */
    public record Result(
            KeyResult keyResult,
            @Nullable Kpi kpi,
            @Nullable BigDecimal value,
            @Nullable Double confidence,
            Progress progress,
            @Nullable Double score,
            Forecast forecast) {}
}
