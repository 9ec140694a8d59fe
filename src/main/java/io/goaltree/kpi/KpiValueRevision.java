package io.goaltree.kpi;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;

/** What a value was until it was corrected. */
@DefaultNonNull
public record KpiValueRevision(
        BigDecimal value,
        Instant measuredAt,
        Instant recordedAt,
        Instant replacedAt,
        @Nullable String source,
        @Nullable String note) {

    static KpiValueRevision of(KpiValueRevisionEntity row) {
        return new KpiValueRevision(row.value, row.measuredAt, row.recordedAt, row.replacedAt, row.source, row.note);
    }
}
