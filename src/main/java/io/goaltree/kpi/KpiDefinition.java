package io.goaltree.kpi;

import io.goaltree.scoring.Direction;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/** One version of what a KPI means. */
@DefaultNonNull
public record KpiDefinition(
        int number,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable String unit,
        @Nullable String formula,
        @Nullable String source,
        Direction direction,
        @Nullable HealthyRange healthyRange,
        Instant recordedAt) {

    static KpiDefinition of(KpiDefinitionEntity row) {
        return new KpiDefinition(
                row.number,
                row.effectiveFrom,
                row.reason,
                row.unit,
                row.formula,
                row.source,
                row.direction,
                HealthyRange.of(row),
                row.recordedAt);
    }
}
