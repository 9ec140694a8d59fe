package io.goaltree.team;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record TeamPayload(@Nullable Team team, List<@NonNull UserError> userErrors) {

    public static TeamPayload of(Outcome<Team> outcome) {
        return new TeamPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
