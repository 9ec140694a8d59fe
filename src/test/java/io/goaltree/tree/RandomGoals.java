package io.goaltree.tree;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import io.goaltree.tree.GoalRows.CurrentRow;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trees as the database might hold them, seeded: several cycles, diamonds, weights of 0, cancelled and unmeasured
 * members, all measures, children of key results and edges that lead out of what was loaded.
 */
final class RandomGoals {
    static final LocalDate NEW_YEAR = LocalDate.parse("2025-01-01");

    private final Random random;
    private final Map<UUID, DateRange> cycles = new HashMap<>();
    private final List<ObjectiveRow> objectives = new ArrayList<>();
    private final List<EdgeRow> edges = new ArrayList<>();
    private final List<KeyResultRow> keyResults = new ArrayList<>();
    private final Map<UUID, List<Milestones.Part>> milestones = new HashMap<>();
    private final Map<UUID, CurrentRow> newest = new HashMap<>();
    private final Map<UUID, List<Observation>> observations = new HashMap<>();

    private RandomGoals(Random random) {
        this.random = random;
    }

    static GoalRows grow(Random random) {
        RandomGoals goals = new RandomGoals(random);
        goals.plantCycles();
        for (int size = 1 + random.nextInt(14); size > 0; size--) {
            goals.plantObjective();
        }
        Collections.shuffle(goals.objectives, random);
        Collections.shuffle(goals.edges, random);
        Collections.shuffle(goals.keyResults, random);
        return new GoalRows(
                goals.cycles,
                goals.objectives,
                goals.edges,
                goals.keyResults,
                goals.milestones,
                goals.newest,
                goals.observations,
                Map.of());
    }

    private void plantCycles() {
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            LocalDate first = NEW_YEAR.plusDays(random.nextInt(60));
            int days = oneIn(2) ? List.of(1, 30, 90, 200, 365).get(random.nextInt(5)) : 1 + random.nextInt(200);
            cycles.put(id(), new DateRange(first, first.plusDays(days)));
        }
    }

    /** Parents are drawn from the earlier ones, so there is no loop; at most two, so that a recursion ends. */
    private void plantObjective() {
        List<UUID> parents =
                new ArrayList<>(objectives.stream().map(ObjectiveRow::id).toList());
        Collections.shuffle(parents, random);
        ObjectiveRow objective = new ObjectiveRow(id(), anyCycle(), null, oneIn(10));
        parents.stream()
                .limit(random.nextInt(3))
                .forEach(parent -> edges.add(new EdgeRow(objective.id(), parent, null, weight())));
        if (!keyResults.isEmpty() && oneIn(4)) {
            UUID explained = keyResults.get(random.nextInt(keyResults.size())).id();
            edges.add(new EdgeRow(objective.id(), null, explained, weight()));
        }
        if (oneIn(10)) {
            edges.add(new EdgeRow(objective.id(), id(), null, weight()));
        }
        objectives.add(objective);
        for (int count = random.nextInt(4); count > 0; count--) {
            plantKeyResult(objective.id());
        }
    }

    private void plantKeyResult(UUID objective) {
        UUID id = id();
        switch (random.nextInt(4)) {
            case 0 -> {
                @Nullable BigDecimal lower = oneIn(4) ? null : value(50);
                @Nullable
                BigDecimal upper = lower == null || !oneIn(4) ? value(50).add(new BigDecimal("50")) : null;
                Cadence cadence = Cadence.values()[random.nextInt(4)];
                keyResults.add(row(id, objective, MeasureKind.HOLD, null, null, lower, upper, cadence));
                observe(id, random.nextInt(12));
            }
            case 1 -> {
                keyResults.add(row(id, objective, MeasureKind.MILESTONES, null, null, null, null, null));
                List<Milestones.Part> parts = new ArrayList<>();
                for (int count = random.nextInt(5); count > 0; count--) {
                    parts.add(new Milestones.Part(weight(), random.nextBoolean()));
                }
                milestones.put(id, parts);
            }
            default -> {
                BigDecimal baseline = value(100);
                BigDecimal way = new BigDecimal(1 + random.nextInt(60));
                BigDecimal target = random.nextBoolean() ? baseline.add(way) : baseline.subtract(way);
                keyResults.add(row(id, objective, MeasureKind.REACH, baseline, target, null, null, null));
                if (!oneIn(4)) {
                    newest.put(id, new CurrentRow(oneIn(8) ? target : value(100), null));
                }
            }
        }
    }

    private KeyResultRow row(
            UUID id,
            UUID objective,
            MeasureKind measure,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable Cadence cadence) {
        return new KeyResultRow(id, objective, weight(), oneIn(8), measure, baseline, target, lower, upper, cadence);
    }

    private void observe(UUID keyResult, int count) {
        List<Observation> inOrder = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inOrder.add(new Observation(NEW_YEAR.plusDays(random.nextInt(300) - 20), value(100)));
        }
        inOrder.sort(Comparator.comparing(Observation::day));
        if (count > 0) {
            observations.put(keyResult, inOrder);
            newest.put(keyResult, new CurrentRow(inOrder.get(count - 1).value(), null));
        }
    }

    private UUID anyCycle() {
        List<UUID> ids = cycles.keySet().stream().sorted().toList();
        return ids.get(random.nextInt(ids.size()));
    }

    private BigDecimal weight() {
        return oneIn(5)
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(1 + random.nextInt(oneIn(2) ? 4 : 500), oneIn(2) ? 0 : 2);
    }

    private BigDecimal value(int limit) {
        return BigDecimal.valueOf(random.nextInt(limit * 10), 1);
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
