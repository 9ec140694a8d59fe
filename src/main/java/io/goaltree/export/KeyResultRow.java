package io.goaltree.export;

import io.goaltree.cycle.Cycle;
import io.goaltree.keyresult.HoldMeasure;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.MeasureKind;
import io.goaltree.keyresult.ReachMeasure;
import io.goaltree.kpi.Kpi;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.scoring.ForecastBasis;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.team.Person;
import io.goaltree.team.Team;
import io.goaltree.time.Cadence;
import io.goaltree.tree.CycleGoals.Result;
import io.goaltree.tree.Forecast;
import io.goaltree.tree.Progress;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A key result of a cycle as a flat row.
 *
 * @param removedAt when it ceased to be; null while it is there
 */
@DefaultNonNull
public record KeyResultRow(
        String cycleId,
        String cycleKey,
        String cycleName,
        String objectiveId,
        String objectiveTitle,
        String keyResultId,
        String title,
        ObjectiveState state,
        MeasureKind measure,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable Cadence cadence,
        @Nullable BigDecimal value,
        @Nullable Double confidence,
        BigDecimal weight,
        @Nullable String kpiId,
        @Nullable String kpiKey,
        @Nullable String teamId,
        @Nullable String teamKey,
        @Nullable String teamName,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable Double raw,
        @Nullable Double ratio,
        double coverage,
        @Nullable Double expected,
        ProgressStatus status,
        @Nullable Double score,
        @Nullable Double forecastRatio,
        @Nullable BigDecimal forecastValue,
        @Nullable BigDecimal forecastLower,
        @Nullable BigDecimal forecastUpper,
        ForecastBasis forecastBasis,
        @Nullable Instant removedAt) {

    static KeyResultRow of(Cycle cycle, Result result, @Nullable Instant removedAt) {
        KeyResult keyResult = result.keyResult();
        Objective objective = keyResult.objective();
        ReachMeasure reach = keyResult.measure() instanceof ReachMeasure it ? it : null;
        HoldMeasure hold = keyResult.measure() instanceof HoldMeasure it ? it : null;
        Kpi kpi = result.kpi();
        Team team = objective.team();
        Person owner = keyResult.owner();
        Progress progress = result.progress();
        Forecast forecast = result.forecast();
        return new KeyResultRow(
                cycle.id(),
                cycle.key(),
                cycle.name(),
                objective.id(),
                objective.title(),
                keyResult.id(),
                keyResult.title(),
                keyResult.state(),
                reach != null ? MeasureKind.REACH : hold != null ? MeasureKind.HOLD : MeasureKind.MILESTONES,
                keyResult.unit(),
                reach == null ? null : reach.baseline(),
                reach == null ? null : reach.target(),
                hold == null ? null : hold.lower(),
                hold == null ? null : hold.upper(),
                hold == null ? null : hold.cadence(),
                result.value(),
                result.confidence(),
                keyResult.weight(),
                kpi == null ? null : kpi.id(),
                kpi == null ? null : kpi.key(),
                team == null ? null : team.id(),
                team == null ? null : team.key(),
                team == null ? null : team.name(),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.name(),
                progress.raw(),
                progress.ratio(),
                progress.coverage(),
                progress.expected(),
                progress.status(),
                result.score(),
                forecast.ratio(),
                forecast.value(),
                forecast.lower(),
                forecast.upper(),
                forecast.basis(),
                removedAt);
    }
}
