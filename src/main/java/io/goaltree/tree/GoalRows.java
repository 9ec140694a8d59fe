package io.goaltree.tree;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.GoalOutcome;
import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database says about some cycles and everything below them: the input of one computation.
 *
 * @param objectives in order of creation
 * @param edges in order of creation; every edge from one of the objectives upwards or to one of their key results
 * @param newest the value in force of each measured key result
 * @param observations what HOLD key results were observed at, in order of measurement
 * @param frozen what closed cycles keep of their objectives and key results; nothing in it is computed again
 */
record GoalRows(
        Map<UUID, DateRange> cycles,
        List<ObjectiveRow> objectives,
        List<EdgeRow> edges,
        List<KeyResultRow> keyResults,
        Map<UUID, List<Milestones.Part>> milestones,
        Map<UUID, CurrentRow> newest,
        Map<UUID, List<Observation>> observations,
        Map<UUID, FrozenRow> frozen) {

    /** The same goals with other values. */
    GoalRows with(
            Map<UUID, List<Milestones.Part>> otherMilestones,
            Map<UUID, CurrentRow> otherNewest,
            Map<UUID, List<Observation>> otherObservations) {
        return new GoalRows(
                cycles, objectives, edges, keyResults, otherMilestones, otherNewest, otherObservations, frozen);
    }

    /** The same goals, all of them to be computed. */
    GoalRows withoutFrozen() {
        return new GoalRows(cycles, objectives, edges, keyResults, milestones, newest, observations, Map.of());
    }

    record ObjectiveRow(UUID id, UUID cycleId, @Nullable UUID teamId, boolean cancelled) {}

    /** Contributing means that the parent is an objective and the weight is above 0. */
    record EdgeRow(
            UUID childId,
            @Nullable UUID parentObjectiveId,
            @Nullable UUID parentKeyResultId,
            BigDecimal weight) {
        boolean contributes() {
            return parentObjectiveId != null && weight.signum() > 0;
        }
    }

    record KeyResultRow(
            UUID id,
            UUID objectiveId,
            BigDecimal weight,
            boolean cancelled,
            MeasureKind measure,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable Cadence cadence) {}

    record CurrentRow(@Nullable BigDecimal value, @Nullable Double confidence) {}

    /**
     * An objective or, when the ids differ, one of its key results as it was when its cycle closed.
     *
     * @param current of an objective without value and confidence
     * @param score 0..1, unrounded; null for what was cancelled or could not be scored
     * @param outcome of an objective with a score; else null
     */
    record FrozenRow(
            UUID id,
            UUID objectiveId,
            Standing standing,
            CurrentRow current,
            @Nullable BigDecimal score,
            @Nullable GoalOutcome outcome,
            boolean topmost) {}
}
