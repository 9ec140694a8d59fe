package io.goaltree.tree;

import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.team.TeamService;
import io.goaltree.time.Now;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads goal trees: one snapshot of the database, a fixed number of statements, one pass of arithmetic. */
@ApplicationScoped
public class GoalTreeService {
    private static final String FOREST = "forest";

    private final GoalStore store;
    private final SnapshotService snapshots;
    private final Counted counted;
    private final CycleAnswers cycles;
    private final TeamService teams;
    private final ObjectiveAnswers objectives;
    private final KeyResultAnswers keyResults;
    private final PaceLimits limits;
    private final Now now;

    GoalTreeService(
            GoalStore store,
            SnapshotService snapshots,
            Counted counted,
            CycleAnswers cycles,
            TeamService teams,
            ObjectiveAnswers objectives,
            KeyResultAnswers keyResults,
            PaceLimits limits,
            Now now) {
        this.store = store;
        this.snapshots = snapshots;
        this.counted = counted;
        this.cycles = cycles;
        this.teams = teams;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.limits = limits;
        this.now = now;
    }

    /**
     * A cycle's tree, or what a team has in it.
     *
     * @param cycle key or id
     * @param team key or id of the team whose objectives are wanted, with all below them; null for all
     * @param asOf null for now
     * @return empty when there is no such cycle or team then
     */
    Optional<GoalTree> tree(String cycle, @Nullable String team, @Nullable Instant asOf) {
        return snapshots.at(
                asOf,
                () -> snapshots.read(() -> cycles.find(cycle).flatMap(id -> {
                    if (team == null) {
                        return Optional.of(tree(id, null));
                    }
                    return teams.find(team).map(owner -> tree(id, owner));
                })));
    }

    private GoalTree tree(UUID cycle, @Nullable UUID team) {
        Survey survey = survey(Set.of(cycle));
        Outline ofTeam = team == null ? null : survey.outline(cycle).ofTeam(team, survey.rows());
        Forest forest = grow(survey, ofTeam);
        Outline outline = forest.asked(cycle);
        return new GoalTree(
                cycles.one(cycle),
                forest.asOf(),
                outline.depths().size(),
                forest.objectives(outline.roots()),
                forest.objectives(outline.depths().keySet()));
    }

    /** A cycle's tree, as the snapshot of the caller's transaction has it. */
    Forest forest(UUID cycle) {
        return grow(survey(Set.of(cycle)), null);
    }

    /** The trees in which these objectives stand. */
    Forest forestAround(Collection<UUID> objectiveIds) {
        return snapshots.read(() -> grow(survey(store.cyclesOf(objectiveIds)), null));
    }

    /** The forest an objective was loaded in, or the one around it and its siblings, loaded once for all of them. */
    static Forest of(Objective objective, GoalTreeService trees) {
        return objective.batch().once(FOREST, trees::forestAround);
    }

    /** The numbers of the trees of some cycles, as the snapshot of the caller's transaction has them. */
    Survey survey(Collection<UUID> cycleIds) {
        GoalRows seen = store.rows(cycleIds);
        // What a caller does not see is no member of any tree, but may count in what it contributes to.
        GoalRows counting = counted.isSeen() ? seen : counted.read(() -> store.rows(cycleIds));
        Map<UUID, Outline> outlines = new HashMap<>();
        cycleIds.forEach(cycle -> outlines.put(cycle, Outline.of(cycle, seen)));
        return new Survey(now.instant(), seen, Standings.of(counting, now.today(), limits), outlines);
    }

    private Forest grow(Survey survey, @Nullable Outline ofTeam) {
        GoalRows rows = survey.rows();
        Map<UUID, Objective> members = objectives.nodesById(
                rows.objectives().stream().map(ObjectiveRow::id).toList());
        Map<UUID, KeyResult> measured = keyResults.nodesById(
                rows.keyResults().stream().map(KeyResultRow::id).toList(), members);
        Map<UUID, KeyResult> allKeyResults = new HashMap<>(keyResults.nodesById(outsideKeyResults(rows, measured)));
        Map<UUID, Objective> allObjectives = new HashMap<>(objectives.nodesById(outsideObjectives(rows, members)));
        allKeyResults.putAll(measured);
        allObjectives.putAll(members);
        Forest forest = new Forest(survey, ofTeam, allObjectives, allKeyResults);
        members.values().stream().findFirst().ifPresent(any -> any.batch().know(FOREST, forest));
        return forest;
    }

    private static Set<UUID> outsideObjectives(GoalRows rows, Map<UUID, Objective> members) {
        Set<UUID> outside = new HashSet<>();
        for (EdgeRow edge : rows.edges()) {
            outside.add(edge.childId());
            if (edge.parentObjectiveId() != null) {
                outside.add(edge.parentObjectiveId());
            }
        }
        outside.removeAll(members.keySet());
        return outside;
    }

    private static Set<UUID> outsideKeyResults(GoalRows rows, Map<UUID, KeyResult> measured) {
        Set<UUID> outside = new HashSet<>();
        for (EdgeRow edge : rows.edges()) {
            if (edge.parentKeyResultId() != null) {
                outside.add(edge.parentKeyResultId());
            }
        }
        outside.removeAll(measured.keySet());
        return outside;
    }

    static UUID uuid(Objective objective) {
        return Ids.uuid(Kind.OBJECTIVE, objective.id());
    }

    static UUID uuid(KeyResult keyResult) {
        return Ids.uuid(Kind.KEY_RESULT, keyResult.id());
    }
}
