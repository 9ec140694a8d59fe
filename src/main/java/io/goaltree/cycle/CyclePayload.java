package io.goaltree.cycle;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record CyclePayload(@Nullable Cycle cycle, List<@NonNull UserError> userErrors) {

    public static CyclePayload of(Outcome<Cycle> outcome) {
        return new CyclePayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
