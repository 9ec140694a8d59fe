package io.goaltree.checkin;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record CheckInPayload(@Nullable CheckIn checkIn, List<@NonNull UserError> userErrors) {

    public static CheckInPayload of(Outcome<CheckIn> outcome) {
        return new CheckInPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
