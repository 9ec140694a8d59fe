package io.goaltree.objective;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ObjectivePayload(@Nullable Objective objective, List<@NonNull UserError> userErrors) {

    public static ObjectivePayload of(Outcome<Objective> outcome) {
        return new ObjectivePayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
