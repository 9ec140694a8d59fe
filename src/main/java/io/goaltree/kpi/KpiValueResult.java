package io.goaltree.kpi;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Problem;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of one item, as callers see it. */
@DefaultNonNull
public record KpiValueResult(
        int index,
        RecordStatus status,
        @Nullable KpiValue value,
        @Nullable UserError error) {

    static KpiValueResult of(int index, Recorded recorded, Map<UUID, KpiValue> values) {
        return new KpiValueResult(
                index,
                recorded.status(),
                recorded.valueId() == null ? null : values.get(recorded.valueId()),
                recorded.problem() == null ? null : error(index, recorded.problem()));
    }

    private static UserError error(int index, Problem problem) {
        List<String> path =
                problem.within("input", "values", String.valueOf(index)).path();
        return new UserError(problem.code(), problem.message(), path, index);
    }
}
