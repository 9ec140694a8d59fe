package io.goaltree.tree;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.Band;
import io.goaltree.scoring.Hold;
import io.goaltree.scoring.HoldScore;
import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Pace;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.scoring.Reach;
import io.goaltree.scoring.RollUp;
import io.goaltree.scoring.Score;
import io.goaltree.time.DateRange;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where everything stands: computed in one pass, children before parents. */
final class Standings {
    private final GoalRows rows;
    private final LocalDate today;
    private final PaceLimits limits;
    private final Map<UUID, ObjectiveRow> objectives = new HashMap<>();
    private final Map<UUID, List<KeyResultRow>> keyResultsOf = new HashMap<>();
    private final Map<UUID, List<EdgeRow>> contributing = new HashMap<>();
    private final Map<UUID, Standing> given;
    private final Map<UUID, Standing> standings = new HashMap<>();

    private Standings(GoalRows rows, Map<UUID, Standing> given, LocalDate today, PaceLimits limits) {
        this.rows = rows;
        this.given = given;
        this.today = today;
        this.limits = limits;
    }

    /** The standing of every objective and key result of the rows, by id; of closed cycles as it was frozen. */
    static Map<UUID, Standing> of(GoalRows rows, LocalDate today, PaceLimits limits) {
        Map<UUID, Standing> frozen = new HashMap<>();
        rows.frozen().values().forEach(row -> frozen.put(row.id(), row.standing()));
        return of(rows, frozen, today, limits);
    }

    /** The same with some standings given: those are taken as they are, and all above computed from them. */
    static Map<UUID, Standing> of(GoalRows rows, Map<UUID, Standing> given, LocalDate today, PaceLimits limits) {
        Standings standings = new Standings(rows, given, today, limits);
        rows.objectives().forEach(row -> standings.objectives.put(row.id(), row));
        rows.keyResults().forEach(standings::measure);
        standings.childrenBeforeParents().forEach(standings::stand);
        return standings.standings;
    }

    private void measure(KeyResultRow row) {
        keyResultsOf.computeIfAbsent(row.objectiveId(), id -> new ArrayList<>()).add(row);
        Standing known = given.get(row.id());
        standings.put(row.id(), known == null ? measured(row) : known);
    }

    private Standing measured(KeyResultRow row) {
        ObjectiveRow objective = Objects.requireNonNull(objectives.get(row.objectiveId()));
        DateRange cycle = cycle(objective);
        boolean cancelled = row.cancelled() || objective.cancelled();
        return row.measure() == MeasureKind.HOLD ? hold(row, cycle, cancelled) : paced(row, cycle, cancelled);
    }

    private Standing paced(KeyResultRow row, DateRange cycle, boolean cancelled) {
        Score score = row.measure() == MeasureKind.REACH
                ? reach(row)
                : Milestones.score(rows.milestones().getOrDefault(row.id(), List.of()));
        ProgressStatus status = cancelled ? ProgressStatus.CANCELLED : Pace.status(cycle, today, score, limits);
        return new Standing(score, Pace.expected(cycle, today), status, null);
    }

    private Score reach(KeyResultRow row) {
        BigDecimal value = current(row);
        return value == null
                ? Score.notMeasured()
                : Score.of(
                        Reach.raw(Objects.requireNonNull(row.baseline()), Objects.requireNonNull(row.target()), value));
    }

    private Standing hold(KeyResultRow row, DateRange cycle, boolean cancelled) {
        Band band = new Band(row.lower(), row.upper());
        HoldScore held = Hold.score(
                band,
                Objects.requireNonNull(row.cadence()).slices(cycle),
                rows.observations().getOrDefault(row.id(), List.of()),
                today);
        BigDecimal value = current(row);
        boolean newestInRange = value != null && band.contains(value);
        ProgressStatus status =
                cancelled ? ProgressStatus.CANCELLED : Pace.holdStatus(cycle, today, held.score(), newestInRange);
        return new Standing(held.score(), null, status, held.earned());
    }

    private void stand(ObjectiveRow row) {
        Standing known = given.get(row.id());
        standings.put(row.id(), known == null ? rolledUp(row) : known);
    }

    private Standing rolledUp(ObjectiveRow row) {
        List<RollUp.Member> members = new ArrayList<>();
        for (KeyResultRow keyResult : keyResultsOf.getOrDefault(row.id(), List.of())) {
            if (!keyResult.cancelled()) {
                members.add(new RollUp.Member(keyResult.weight(), score(keyResult.id())));
            }
        }
        for (EdgeRow edge : contributing.getOrDefault(row.id(), List.of())) {
            if (!Objects.requireNonNull(objectives.get(edge.childId())).cancelled()) {
                members.add(new RollUp.Member(edge.weight(), score(edge.childId())));
            }
        }
        Score score = RollUp.mean(members);
        DateRange cycle = cycle(row);
        ProgressStatus status = row.cancelled() ? ProgressStatus.CANCELLED : Pace.status(cycle, today, score, limits);
        return new Standing(score, Pace.expected(cycle, today), status, null);
    }

    /** Kahn's order over contributing edges, so that a chain of any depth needs no call stack. */
    private List<ObjectiveRow> childrenBeforeParents() {
        Map<UUID, Integer> childrenLeft = new HashMap<>();
        Map<UUID, List<UUID>> parentsOf = new HashMap<>();
        for (EdgeRow edge : rows.edges()) {
            UUID parent = edge.parentObjectiveId();
            if (parent != null && edge.contributes() && objectives.containsKey(parent)) {
                contributing.computeIfAbsent(parent, id -> new ArrayList<>()).add(edge);
                childrenLeft.merge(parent, 1, Integer::sum);
                parentsOf
                        .computeIfAbsent(edge.childId(), id -> new ArrayList<>())
                        .add(parent);
            }
        }
        List<ObjectiveRow> ordered = new ArrayList<>();
        Deque<ObjectiveRow> ready = new ArrayDeque<>();
        rows.objectives().stream()
                .filter(row -> !childrenLeft.containsKey(row.id()))
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            ObjectiveRow row = ready.remove();
            ordered.add(row);
            for (UUID parent : parentsOf.getOrDefault(row.id(), List.of())) {
                if (childrenLeft.merge(parent, -1, Integer::sum) == 0) {
                    ready.add(Objects.requireNonNull(objectives.get(parent)));
                }
            }
        }
        if (ordered.size() != rows.objectives().size()) {
            throw new IllegalStateException("The alignments of these objectives form a loop");
        }
        return ordered;
    }

    private DateRange cycle(ObjectiveRow objective) {
        return Objects.requireNonNull(rows.cycles().get(objective.cycleId()));
    }

    private Score score(UUID id) {
        return Objects.requireNonNull(standings.get(id)).score();
    }

    private @Nullable BigDecimal current(KeyResultRow row) {
        GoalRows.CurrentRow current = rows.newest().get(row.id());
        return current == null ? null : current.value();
    }
}
