package io.goaltree.token;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ApiTokenPayload(
        @Nullable ApiToken token, @Nullable String secret, List<@NonNull UserError> userErrors) {

    static ApiTokenPayload made(Outcome<FreshToken> outcome) {
        FreshToken made = outcome.object();
        return new ApiTokenPayload(
                made == null ? null : made.token(),
                made == null ? null : made.secret().text(),
                UserError.of(outcome.problems()));
    }

    static ApiTokenPayload of(Outcome<ApiToken> outcome) {
        return new ApiTokenPayload(outcome.object(), null, UserError.of(outcome.problems()));
    }

    /** Never by accident in a log. */
    @Override
    public String toString() {
        return "ApiTokenPayload[" + token + "]";
    }
}
