package io.goaltree.keyresult;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KeyResultPayload(@Nullable KeyResult keyResult, List<@NonNull UserError> userErrors) {

    public static KeyResultPayload of(Outcome<KeyResult> outcome) {
        return new KeyResultPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
