package io.goaltree.tree;

import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.keyresult.FedByKpi;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.tree.CycleGoals.Goal;
import io.goaltree.tree.CycleGoals.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells out a cycle's goal tree for those who want all of it at once: a fixed number of statements, whatever the size. */
@ApplicationScoped
public class CycleGoalsService {
    private final GoalTreeService trees;
    private final SnapshotService snapshots;
    private final CycleAnswers cycles;
    private final ScoreAnswers scores;
    private final ForecastAnswers forecasts;
    private final FedByKpi fed;

    CycleGoalsService(
            GoalTreeService trees,
            SnapshotService snapshots,
            CycleAnswers cycles,
            ScoreAnswers scores,
            ForecastAnswers forecasts,
            FedByKpi fed) {
        this.trees = trees;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.scores = scores;
        this.forecasts = forecasts;
        this.fed = fed;
    }

    /** The goals of a cycle by its key or id, as of an instant or now; empty when there was no such cycle. */
    public Optional<CycleGoals> goals(String cycle, @Nullable Instant asOf) {
        return goals(cycle, "asOf", asOf);
    }

    /**
     * The same for an instant that the caller gave under another name.
     *
     * @param argument what a refusal calls it
     */
    public Optional<CycleGoals> goals(String cycle, String argument, @Nullable Instant asOf) {
        return snapshots.at(
                argument, asOf, () -> snapshots.read(() -> cycles.find(cycle).map(this::goals)));
    }

    private CycleGoals goals(UUID cycle) {
        Forest forest = trees.forest(cycle);
        Outline outline = forest.asked(cycle);
        String id = Ids.of(Kind.CYCLE, cycle);
        List<Goal> own = forest.objectives(outline.depths().keySet()).stream()
                .filter(objective -> objective.cycle().id().equals(id))
                .map(objective -> goal(objective, forest, outline))
                .toList();
        return new CycleGoals(cycles.one(cycle), forest.asOf(), own);
    }

    private Goal goal(Objective objective, Forest forest, Outline outline) {
        UUID id = GoalTreeService.uuid(objective);
        List<KeyResult> keyResults = forest.keyResultsOf(id);
        List<Standing> counted = keyResults.stream()
                .filter(it -> it.state() != ObjectiveState.CANCELLED && objective.state() != ObjectiveState.CANCELLED)
                .map(it -> forest.standing(GoalTreeService.uuid(it)))
                .toList();
        return new Goal(
                objective,
                forest.depth(id, Ids.uuid(Kind.CYCLE, objective.cycle().id())),
                forest.parentsIn(outline, id).stream()
                        .map(parent -> Ids.of(Kind.OBJECTIVE, parent))
                        .toList(),
                counted.size(),
                (int) counted.stream().filter(it -> it.score().isMeasured()).count(),
                Progress.of(forest.standing(id)),
                scores.of(objective),
                scores.outcomeOf(objective),
                keyResults.stream().map(it -> result(it, forest)).toList());
    }

    private Result result(KeyResult keyResult, Forest forest) {
        UUID id = GoalTreeService.uuid(keyResult);
        GoalRows.CurrentRow current = forest.current(id);
        return new Result(
                keyResult,
                fed.kpiOf(keyResult),
                current == null ? null : current.value(),
                current == null ? null : current.confidence(),
                Progress.of(forest.standing(id)),
                scores.of(keyResult),
                Forecast.of(forecasts.of(keyResult)));
    }
}
