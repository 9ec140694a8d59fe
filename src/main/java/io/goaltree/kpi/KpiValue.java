package io.goaltree.kpi;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/**
 * One value of a KPI as callers see it.
 *
 * @param batch the values it was loaded with
 * @param kpis the KPIs of those values
 */
@DefaultNonNull
public record KpiValue(
        @Id String id,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal value,
        Instant measuredAt,
        Instant recordedAt,
        @Nullable String source,
        @Nullable String note,
        @Name("isLate") boolean isLate,
        @Ignore UUID kpiId,
        @Ignore Batch batch,
        @Ignore Batch kpis)
        implements Node {

    static KpiValue of(KpiValueEntity row, Batch batch, Batch kpis) {
        return new KpiValue(
                Ids.of(Kind.KPI_VALUE, row.id),
                row.periodStart,
                row.periodEnd,
                row.value,
                row.measuredAt,
                row.recordedAt,
                row.source,
                row.note,
                row.late,
                row.kpiId,
                batch,
                kpis);
    }
}
