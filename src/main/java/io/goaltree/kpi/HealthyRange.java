package io.goaltree.kpi;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;

/** Where a KPI's value is healthy; both bounds belong to it, one at least is there. */
@DefaultNonNull
public record HealthyRange(
        @Nullable BigDecimal lower, @Nullable BigDecimal upper, BigDecimal tolerance) {

    static @Nullable HealthyRange of(KpiDefinitionEntity definition) {
        return definition.lower == null && definition.upper == null
                ? null
                : new HealthyRange(definition.lower, definition.upper, definition.tolerance);
    }
}
