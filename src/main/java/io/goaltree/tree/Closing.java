package io.goaltree.tree;

import io.goaltree.scoring.GoalOutcome;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.Score;
import io.goaltree.tree.GoalRows.CurrentRow;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.FrozenRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle comes to on the day it closes. A key result scores what was set for it, else its ratio; an objective scores the
 * same roll-up with scores in place of ratios. What was never measured has no score and counts 0. A child in another cycle
 * counts with its score once that cycle is closed, else with its ratio. What was cancelled is kept, without a score.
 *
 * <p>Source: product.md 2.5.
 */
final class Closing {
    private static final CurrentRow NOTHING = new CurrentRow(null, null);

    private final UUID cycle;
    private final GoalRows rows;
    private final Map<UUID, BigDecimal> given;
    private final Set<UUID> committed;
    private final LocalDate today;
    private final PaceLimits limits;

    /**
     * @param rows the cycle's tree; other cycles may have changed while it was read
     * @param given the scores that were set, by key result
     * @param committed the objectives that are achieved at 1 only
     */
    Closing(
            UUID cycle,
            GoalRows rows,
            Map<UUID, BigDecimal> given,
            Set<UUID> committed,
            LocalDate today,
            PaceLimits limits) {
        this.cycle = cycle;
        this.rows = withKnownEdges(rows);
        this.given = given;
        this.committed = committed;
        this.today = today;
        this.limits = limits;
    }

    /** Every objective of the cycle and every key result of these. */
    List<FrozenRow> rows() {
        Map<UUID, Standing> standings = Standings.of(rows, today, limits);
        Map<UUID, ObjectiveRow> own = rows.objectives().stream()
                .filter(row -> row.cycleId().equals(cycle))
                .collect(Collectors.toMap(ObjectiveRow::id, row -> row));
        List<KeyResultRow> keyResults = rows.keyResults().stream()
                .filter(row -> own.containsKey(row.objectiveId()))
                .toList();
        Map<UUID, Standing> scored = new HashMap<>();
        rows.objectives().stream()
                .filter(row -> !own.containsKey(row.id()))
                .forEach(row -> scored.put(row.id(), elsewhere(row.id(), standings)));
        keyResults.forEach(row -> scored.put(row.id(), scored(row.id(), standings)));
        Map<UUID, Standing> scores = Standings.of(rows, scored, today, limits);

        Set<UUID> topmost = Outline.of(cycle, rows).topmost(cycle, rows);
        List<FrozenRow> frozen = new ArrayList<>();
        own.values().forEach(row -> frozen.add(frozen(row, standings, scores, topmost.contains(row.id()))));
        keyResults.forEach(
                row -> frozen.add(frozen(row, Objects.requireNonNull(own.get(row.objectiveId())), standings, scores)));
        return frozen;
    }

    private FrozenRow frozen(
            ObjectiveRow row, Map<UUID, Standing> standings, Map<UUID, Standing> scores, boolean topmost) {
        BigDecimal score = row.cancelled() ? null : score(row.id(), scores);
        GoalOutcome outcome = score == null ? null : GoalOutcome.of(score, committed.contains(row.id()));
        return new FrozenRow(row.id(), row.id(), standing(row.id(), standings), NOTHING, score, outcome, topmost);
    }

    private FrozenRow frozen(
            KeyResultRow row, ObjectiveRow objective, Map<UUID, Standing> standings, Map<UUID, Standing> scores) {
        boolean cancelled = row.cancelled() || objective.cancelled();
        return new FrozenRow(
                row.id(),
                objective.id(),
                standing(row.id(), standings),
                rows.newest().getOrDefault(row.id(), NOTHING),
                cancelled ? null : score(row.id(), scores),
                null,
                false);
    }

    private Standing scored(UUID keyResult, Map<UUID, Standing> standings) {
        BigDecimal score = given.get(keyResult);
        return with(score == null ? score(keyResult, standings) : score, standing(keyResult, standings));
    }

    private Standing elsewhere(UUID objective, Map<UUID, Standing> standings) {
        FrozenRow closed = rows.frozen().get(objective);
        Standing standing = standing(objective, standings);
        return closed == null ? standing : with(closed.score(), standing);
    }

    private static Standing with(@Nullable BigDecimal score, Standing standing) {
        return new Standing(
                score == null ? Score.notMeasured() : Score.of(score),
                standing.expected(),
                standing.status(),
                standing.earned());
    }

    private static @Nullable BigDecimal score(UUID id, Map<UUID, Standing> scores) {
        return standing(id, scores).score().ratio();
    }

    private static Standing standing(UUID id, Map<UUID, Standing> standings) {
        return Objects.requireNonNull(standings.get(id));
    }

    /**
     * The rows are read by several statements, and only this cycle is held meanwhile: elsewhere a child may have been aligned
     * after the objectives were read. It comes too late for this closing.
     */
    private static GoalRows withKnownEdges(GoalRows rows) {
        Set<UUID> known = new HashSet<>();
        rows.objectives().forEach(row -> known.add(row.id()));
        List<EdgeRow> edges = rows.edges().stream()
                .filter(edge -> known.contains(edge.childId()))
                .toList();
        return new GoalRows(
                rows.cycles(),
                rows.objectives(),
                edges,
                rows.keyResults(),
                rows.milestones(),
                rows.newest(),
                rows.observations(),
                rows.frozen());
    }
}
