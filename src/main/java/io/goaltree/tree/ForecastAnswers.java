package io.goaltree.tree;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Verdict;
import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleState;
import io.goaltree.edge.Batch;
import io.goaltree.keyresult.FedByKpi;
import io.goaltree.keyresult.HoldMeasure;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.ReachMeasure;
import io.goaltree.kpi.KpiBehaviours;
import io.goaltree.kpi.KpiHistory;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.scoring.Forecast;
import io.goaltree.scoring.Forecasts;
import io.goaltree.scoring.Observation;
import io.goaltree.time.DateRange;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says where key results are heading; what it rests on is read for all that were loaded together. */
@ApplicationScoped
class ForecastAnswers {
    private static final String EVIDENCE = "forecasts";

    /**
     * @param kpis the KPI of each key result that is fed by one
     * @param histories of those KPIs
     */
    private record Evidence(
            Map<UUID, List<Observation>> observations, Map<UUID, UUID> kpis, Map<UUID, KpiHistory> histories) {}

    private final GoalStore store;
    private final FedByKpi fed;
    private final KpiBehaviours behaviours;
    private final Now now;

    ForecastAnswers(GoalStore store, FedByKpi fed, KpiBehaviours behaviours, Now now) {
        this.store = store;
        this.fed = fed;
        this.behaviours = behaviours;
        this.now = now;
    }

    Forecast of(KeyResult keyResult) {
        Instant asOf = keyResult.batch().asOf();
        LocalDate today = asOf == null ? now.today() : now.dayOf(asOf);
        String obstacle = obstacle(keyResult, today);
        if (obstacle != null || !(keyResult.measure() instanceof ReachMeasure reach)) {
            return Forecasts.notApplicable(Objects.requireNonNull(obstacle));
        }
        Batch together = keyResult.batch();
        Evidence evidence = together.once(EVIDENCE, ids -> evidence(together));
        UUID id = GoalTreeService.uuid(keyResult);
        DateRange cycle = days(keyResult);
        UUID kpi = evidence.kpis().get(id);
        return kpi == null
                ? linear(reach, evidence.observations().getOrDefault(id, List.of()), cycle, today)
                : fed(reach, Objects.requireNonNull(evidence.histories().get(kpi)), cycle, today);
    }

    private Evidence evidence(Batch together) {
        Map<UUID, UUID> kpis = fed.feeding(together);
        return new Evidence(
                store.observations(together.ids().toArray(UUID[]::new)),
                kpis,
                behaviours.of(new HashSet<>(kpis.values())));
    }

    /** Why there is nothing to forecast; null when there is. */
    private static @Nullable String obstacle(KeyResult keyResult, LocalDate today) {
        Cycle cycle = keyResult.objective().cycle();
        if (keyResult.state() == ObjectiveState.CANCELLED
                || keyResult.objective().state() == ObjectiveState.CANCELLED) {
            return "It is cancelled";
        }
        if (keyResult.state() == ObjectiveState.CLOSED || cycle.state() == CycleState.CLOSED) {
            return "Its cycle is closed";
        }
        if (keyResult.measure() instanceof HoldMeasure) {
            return "A range to hold has no value to arrive at";
        }
        if (!(keyResult.measure() instanceof ReachMeasure)) {
            return "Milestones have no values to project";
        }
        return today.isBefore(cycle.startsOn()) ? "Its cycle begins on " + cycle.startsOn() : null;
    }

    private static DateRange days(KeyResult keyResult) {
        Cycle cycle = keyResult.objective().cycle();
        return DateRange.inclusive(cycle.startsOn(), cycle.endsOn());
    }

    private static Forecast linear(ReachMeasure reach, List<Observation> inOrder, DateRange cycle, LocalDate today) {
        return Forecasts.linear(reach.baseline(), reach.target(), inOrder, cycle, today);
    }

    /** A trend in what is only noise would be read into it: then the KPI stays where it is. */
    private static Forecast fed(ReachMeasure reach, KpiHistory history, DateRange cycle, LocalDate today) {
        Limits limits = history.behaviour().currentLimits();
        if (limits != null && history.behaviour().verdict() == Verdict.NOISE) {
            BigDecimal newest =
                    history.values().get(history.values().size() - 1).value();
            return Forecasts.withinNoise(
                    reach.baseline(),
                    reach.target(),
                    newest,
                    limits.mean(),
                    limits.lower(),
                    limits.upper(),
                    cycle,
                    today);
        }
        List<Observation> inCycle = history.values().stream()
                .filter(point -> cycle.contains(point.period().lastDay()))
                .map(point -> new Observation(point.period().lastDay(), point.value()))
                .toList();
        return linear(reach, inCycle, cycle, today);
    }
}
