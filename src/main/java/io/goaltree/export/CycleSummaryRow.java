package io.goaltree.export;

import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleState;
import io.goaltree.objective.Ambition;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.team.Person;
import io.goaltree.team.Team;
import io.goaltree.tree.CycleGoals.Goal;
import io.goaltree.tree.ObjectiveOutcome;
import io.goaltree.tree.Progress;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An objective of a cycle as a flat row.
 *
 * @param parentIds the objectives it contributes to in this tree, separated by a blank; null for a root
 * @param removedAt when it ceased to be; null while it is there
 */
@DefaultNonNull
public record CycleSummaryRow(
        String cycleId,
        String cycleKey,
        String cycleName,
        LocalDate cycleStartsOn,
        LocalDate cycleEndsOn,
        CycleState cycleState,
        String objectiveId,
        String title,
        Ambition ambition,
        ObjectiveState state,
        int depth,
        @Nullable String parentIds,
        @Nullable String teamId,
        @Nullable String teamKey,
        @Nullable String teamName,
        @Nullable String ownerId,
        @Nullable String ownerName,
        int keyResults,
        int measuredKeyResults,
        @Nullable Double raw,
        @Nullable Double ratio,
        double coverage,
        @Nullable Double expected,
        ProgressStatus status,
        @Nullable Double score,
        @Nullable ObjectiveOutcome outcome,
        @Nullable Instant removedAt) {

    static CycleSummaryRow of(Cycle cycle, Goal goal, @Nullable Instant removedAt) {
        Objective objective = goal.objective();
        Team team = objective.team();
        Person owner = objective.owner();
        Progress progress = goal.progress();
        return new CycleSummaryRow(
                cycle.id(),
                cycle.key(),
                cycle.name(),
                cycle.startsOn(),
                cycle.endsOn(),
                cycle.state(),
                objective.id(),
                objective.title(),
                objective.ambition(),
                objective.state(),
                goal.depth(),
                goal.parentIds().isEmpty() ? null : String.join(" ", goal.parentIds()),
                team == null ? null : team.id(),
                team == null ? null : team.key(),
                team == null ? null : team.name(),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.name(),
                goal.counted(),
                goal.measured(),
                progress.raw(),
                progress.ratio(),
                progress.coverage(),
                progress.expected(),
                progress.status(),
                goal.score(),
                goal.outcome(),
                removedAt);
    }
}
