package io.goaltree.kpi;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiPayload(@Nullable Kpi kpi, List<@NonNull UserError> userErrors) {

    public static KpiPayload of(Outcome<Kpi> outcome) {
        return new KpiPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
