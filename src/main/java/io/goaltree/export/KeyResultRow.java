package io.goaltree.export;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.scoring.ForecastBasis;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.time.Cadence;
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
        @Nullable Instant removedAt) {}
