package io.goaltree.export;

import io.goaltree.access.Asking;
import io.goaltree.cycle.Cycle;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.RequestRefused;
import io.goaltree.history.SnapshotService;
import io.goaltree.objective.Objective;
import io.goaltree.shared.UserErrorCode;
import io.goaltree.tree.CycleGoals;
import io.goaltree.tree.CycleGoals.Goal;
import io.goaltree.tree.CycleGoals.Result;
import io.goaltree.tree.CycleGoalsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of cycles. What has changed is found by asking twice and comparing, not by looking at clocks: so it does not
 * matter whether a row says something else because of a check-in far below it, a KPI, a new name or a new day.
 */
@ApplicationScoped
public class CycleRowService {
    private static final Door<Goal, CycleSummaryRow> SUMMARIES = new Door<>(
            Kind.OBJECTIVE,
            it -> it.goals().stream(),
            goal -> goal.objective().id(),
            Goal::objective,
            CycleSummaryRow::of);
    private static final Door<Result, KeyResultRow> KEY_RESULTS = new Door<>(
            Kind.KEY_RESULT,
            it -> it.goals().stream().flatMap(goal -> goal.results().stream()),
            result -> result.keyResult().id(),
            result -> result.keyResult().objective(),
            KeyResultRow::of);

    /**
     * One of the two kinds of rows.
     *
     * @param kind of the thing that a row is about
     */
    private record Door<T, R>(
            Kind kind,
            Function<CycleGoals, Stream<T>> things,
            Function<T, String> id,
            Function<T, Objective> objective,
            Writing<T, R> writing) {

        R row(CycleGoals goals, T thing) {
            return writing.row(goals.cycle(), thing, null);
        }

        List<R> rows(CycleGoals goals) {
            return things.apply(goals).map(thing -> row(goals, thing)).toList();
        }

        UUID objectiveOf(T thing) {
            return Ids.uuid(Kind.OBJECTIVE, objective.apply(thing).id());
        }

        UUID uuid(T thing) {
            return Ids.uuid(kind, id.apply(thing));
        }
    }

    @FunctionalInterface
    private interface Writing<T, R> {
        R row(Cycle cycle, T thing, @Nullable Instant removedAt);
    }

    private final CycleGoalsService goals;
    private final SnapshotService snapshots;
    private final RemovedStore removed;
    private final SightStore sight;

    CycleRowService(CycleGoalsService goals, SnapshotService snapshots, RemovedStore removed, SightStore sight) {
        this.goals = goals;
        this.snapshots = snapshots;
        this.removed = removed;
        this.sight = sight;
    }

    /**
     * A row an objective of a cycle, in the order of its tree.
     *
     * @param cycle key or id
     * @param asOf null for now
     * @param updatedSince null for all; else only what says something else than it did then, and what was removed since
     * @return empty when there is no such cycle then
     */
    Optional<Rows<CycleSummaryRow>> summaries(String cycle, @Nullable Instant asOf, @Nullable Instant updatedSince) {
        return rows(SUMMARIES, cycle, asOf, updatedSince);
    }

    /** The same with a row a key result, in the order of the objectives and of each one's key results. */
    Optional<Rows<KeyResultRow>> keyResults(String cycle, @Nullable Instant asOf, @Nullable Instant updatedSince) {
        return rows(KEY_RESULTS, cycle, asOf, updatedSince);
    }

    /** All rows of a cycle as they are now. */
    Optional<CycleRows> all(String cycle) {
        return goals.goals(cycle, null).map(it -> new CycleRows(it.asOf(), SUMMARIES.rows(it), KEY_RESULTS.rows(it)));
    }

    private <T, R> Optional<Rows<R>> rows(
            Door<T, R> door, String cycle, @Nullable Instant asOf, @Nullable Instant updatedSince) {
        if (asOf != null && updatedSince != null && updatedSince.isAfter(asOf)) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    "updatedSince is " + updatedSince + "; it must not be after asOf, " + asOf);
        }
        Optional<CycleGoals> present = goals.goals(cycle, asOf);
        if (updatedSince == null) {
            return present.map(it -> new Rows<>(it.asOf(), door.rows(it)));
        }
        Optional<CycleGoals> before = goals.goals(cycle, "updatedSince", updatedSince);
        Set<UUID> unseen = unseenAt(updatedSince);
        return present.map(it -> changes(door, before, unseen, it, updatedSince));
    }

    /** What the caller sees now and did not see then: it was private, or another team's. */
    private Set<UUID> unseenAt(Instant instant) {
        return Asking.current().isWhole() ? Set.of() : snapshots.at(instant, () -> snapshots.read(sight::hiddenThen));
    }

    private <T, R> Rows<R> changes(
            Door<T, R> door, Optional<CycleGoals> before, Set<UUID> unseen, CycleGoals present, Instant since) {
        if (since.isAfter(present.asOf())) { // by the moment that a present state is older than the clock
            return new Rows<>(since, List.of());
        }
        Map<UUID, T> gone = new LinkedHashMap<>();
        before.ifPresent(it -> door.things().apply(it).forEach(thing -> gone.put(door.uuid(thing), thing)));
        List<R> changed = new ArrayList<>();
        door.things().apply(present).forEach(thing -> {
            T then = gone.remove(door.uuid(thing));
            R row = door.row(present, thing);
            if (then == null
                    || unseen.contains(door.objectiveOf(thing))
                    || !row.equals(door.row(before.orElseThrow(), then))) {
                changed.add(row);
            }
        });
        if (!gone.isEmpty()) {
            Map<UUID, Instant> ends = snapshots.present(() -> removed.ends(door.kind(), gone.keySet(), present.asOf()));
            gone.forEach((id, thing) -> changed.add(
                    door.writing().row(before.orElseThrow().cycle(), thing, ends.getOrDefault(id, present.asOf()))));
        }
        return new Rows<>(present.asOf(), changed);
    }
}
