package io.goaltree.export;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Name;

/**
 * The value of a KPI for a period as a flat row, with the definition in force for that period.
 *
 * @param updatedAt since when anything in this row says what it says
 * @param removedAt when the value ceased to be; null while it is there
 */
@DefaultNonNull
public record KpiValueRow(
        String kpiId,
        String kpiKey,
        String kpiName,
        @Nullable String unit,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal value,
        Instant measuredAt,
        Instant recordedAt,
        @Name("isLate") boolean isLate,
        @Nullable String source,
        @Nullable String note,
        Cadence cadence,
        String zone,
        Direction direction,
        @Nullable BigDecimal healthyLower,
        @Nullable BigDecimal healthyUpper,
        BigDecimal tolerance,
        @Nullable String teamId,
        @Nullable String teamKey,
        @Nullable String teamName,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable Instant archivedAt,
        String valueId,
        Instant updatedAt,
        @Nullable Instant removedAt) {}
