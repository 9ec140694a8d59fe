package io.goaltree.team;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record PersonPayload(@Nullable Person person, List<@NonNull UserError> userErrors) {

    public static PersonPayload of(Outcome<Person> outcome) {
        return new PersonPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
