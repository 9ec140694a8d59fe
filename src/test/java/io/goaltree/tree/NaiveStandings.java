package io.goaltree.tree;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of product.md 2.1 to 2.3 written down a second time, as recursion over exact fractions. It uses
 * nothing of {@code scoring} but the names.
 */
record NaiveStandings(GoalRows rows, LocalDate today, Map<UUID, Naive> measured) {
    private static final Fraction BEHIND = Fraction.of(165, 1000);
    private static final Fraction AT_RISK = Fraction.of(33, 100);

    /** Not measured is a null ratio, or a coverage of 0. */
    record Naive(@Nullable Fraction ratio, Fraction coverage) {
        static final Naive NOTHING = new Naive(null, Fraction.ZERO);
    }

    static NaiveStandings of(GoalRows rows, LocalDate today) {
        NaiveStandings standings = new NaiveStandings(rows, today, new HashMap<>());
        rows.keyResults().forEach(row -> standings.measured.put(row.id(), standings.measure(row)));
        return standings;
    }

    Naive objective(UUID id) {
        Fraction weights = Fraction.ZERO;
        Fraction ratios = Fraction.ZERO;
        Fraction coverages = Fraction.ZERO;
        for (KeyResultRow row : rows.keyResults()) {
            if (row.objectiveId().equals(id) && !row.cancelled()) {
                Naive member = keyResult(row);
                Fraction weight = Fraction.of(row.weight());
                weights = weights.plus(weight);
                ratios = ratios.plus(weight.times(member.ratio == null ? Fraction.ZERO : member.ratio));
                coverages = coverages.plus(weight.times(member.coverage));
            }
        }
        for (EdgeRow edge : rows.edges()) {
            if (id.equals(edge.parentObjectiveId())
                    && edge.weight().signum() > 0
                    && !row(edge.childId()).cancelled()) {
                Naive member = objective(edge.childId());
                Fraction weight = Fraction.of(edge.weight());
                weights = weights.plus(weight);
                ratios = ratios.plus(weight.times(member.ratio == null ? Fraction.ZERO : member.ratio));
                coverages = coverages.plus(weight.times(member.coverage));
            }
        }
        return weights.equals(Fraction.ZERO) ? Naive.NOTHING : new Naive(ratios.over(weights), coverages.over(weights));
    }

    Naive keyResult(KeyResultRow row) {
        return measured.get(row.id());
    }

    private Naive measure(KeyResultRow row) {
        @Nullable
        Fraction ratio = switch (row.measure()) {
            case REACH -> reach(row);
            case HOLD -> hold(row);
            case MILESTONES -> milestones(row);
        };
        return ratio == null ? Naive.NOTHING : new Naive(ratio, Fraction.ONE);
    }

    ProgressStatus statusOfObjective(ObjectiveRow row, Naive naive) {
        return row.cancelled() ? ProgressStatus.CANCELLED : paced(cycle(row.id()), naive);
    }

    ProgressStatus statusOfKeyResult(KeyResultRow row) {
        DateRange cycle = cycle(row.objectiveId());
        Naive naive = keyResult(row);
        if (row.cancelled() || row(row.objectiveId()).cancelled()) {
            return ProgressStatus.CANCELLED;
        }
        if (row.measure() != MeasureKind.HOLD || today.isBefore(cycle.from()) || naive.ratio == null) {
            return paced(cycle, naive);
        }
        return inRange(row, rows.newest().get(row.id()).value()) ? ProgressStatus.ON_TRACK : ProgressStatus.AT_RISK;
    }

    private ProgressStatus paced(DateRange cycle, Naive naive) {
        if (today.isBefore(cycle.from())) {
            return ProgressStatus.NOT_STARTED;
        }
        if (naive.ratio == null || naive.coverage.equals(Fraction.ZERO)) {
            return ProgressStatus.NOT_MEASURED;
        }
        if (naive.ratio.equals(Fraction.ONE)) {
            return ProgressStatus.ACHIEVED;
        }
        long elapsed = ChronoUnit.DAYS.between(cycle.from(), today) + 1;
        Fraction gap = Fraction.of(elapsed, cycle.days()).clamped().minus(naive.ratio);
        if (gap.compareTo(BEHIND) < 0) {
            return ProgressStatus.ON_TRACK;
        }
        return gap.compareTo(AT_RISK) < 0 ? ProgressStatus.BEHIND : ProgressStatus.AT_RISK;
    }

    private @Nullable Fraction reach(KeyResultRow row) {
        GoalRows.CurrentRow current = rows.newest().get(row.id());
        if (current == null) {
            return null;
        }
        Fraction baseline = Fraction.of(row.baseline());
        Fraction way = Fraction.of(row.target()).minus(baseline);
        return Fraction.of(current.value()).minus(baseline).over(way).clamped();
    }

    private @Nullable Fraction milestones(KeyResultRow row) {
        Fraction done = Fraction.ZERO;
        Fraction all = Fraction.ZERO;
        for (Milestones.Part part : rows.milestones().getOrDefault(row.id(), List.of())) {
            all = all.plus(Fraction.of(part.weight()));
            done = part.done() ? done.plus(Fraction.of(part.weight())) : done;
        }
        return all.equals(Fraction.ZERO) ? null : done.over(all);
    }

    /** Walks through the cycle day by day; the number of a day's period is all that is needed. */
    private @Nullable Fraction hold(KeyResultRow row) {
        DateRange cycle = cycle(row.objectiveId());
        Map<Long, BigDecimal> values = new HashMap<>();
        for (Observation observation : rows.observations().getOrDefault(row.id(), List.of())) {
            if (!observation.day().isBefore(cycle.from()) && observation.day().isBefore(cycle.until())) {
                values.put(period(row.cadence(), cycle.from(), observation.day()), observation.value());
            }
        }
        Set<Long> due = new HashSet<>(values.keySet());
        for (LocalDate day = cycle.from(); day.isBefore(cycle.until()); day = day.plusDays(1)) {
            long period = period(row.cadence(), cycle.from(), day);
            LocalDate next = day.plusDays(1);
            boolean isLast = next.equals(cycle.until()) || period(row.cadence(), cycle.from(), next) != period;
            if (isLast && day.isBefore(today)) {
                due.add(period);
            }
        }
        long kept =
                values.values().stream().filter(value -> inRange(row, value)).count();
        return values.isEmpty() ? null : Fraction.of(kept, due.size());
    }

    private static long period(Cadence cadence, LocalDate first, LocalDate day) {
        return switch (cadence) {
            case DAILY -> ChronoUnit.DAYS.between(first, day);
            case WEEKLY -> ChronoUnit.DAYS.between(first, day) / 7;
            case MONTHLY -> months(first, day);
            case QUARTERLY -> months(first, day) / 3;
        };
    }

    private static long months(LocalDate first, LocalDate day) {
        long months = 0;
        while (!first.plusMonths(months + 1).isAfter(day)) {
            months++;
        }
        return months;
    }

    private static boolean inRange(KeyResultRow row, BigDecimal value) {
        return (row.lower() == null || row.lower().compareTo(value) <= 0)
                && (row.upper() == null || row.upper().compareTo(value) >= 0);
    }

    private ObjectiveRow row(UUID id) {
        return rows.objectives().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private DateRange cycle(UUID objective) {
        return rows.cycles().get(row(objective).cycleId());
    }
}
