package io.goaltree.token;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to tokens. */
@GraphQLApi
public class ApiTokenApi {
    private final ApiTokenService tokens;
    private final Pages pages;

    ApiTokenApi(ApiTokenService tokens, Pages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @Query
    @NonNull
    public ApiTokenConnection apiTokens(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        PageRequest page = pages.read("apiTokens", first, after, last, before);
        return tokens.page(page)
                .connect(
                        token -> pages.cursor(page, ApiTokenService.position(token)),
                        ApiTokenEdge::new,
                        ApiTokenConnection::new);
    }

    @Mutation
    @Guarded
    @NonNull
    public ApiTokenPayload apiTokenCreate(@NonNull ApiTokenCreateInput input) {
        return ApiTokenPayload.made(Attempts.attempt(() -> tokens.create(input)));
    }

    @Mutation
    @Guarded
    @NonNull
    public ApiTokenPayload apiTokenRevoke(@NonNull ApiTokenRevokeInput input) {
        return ApiTokenPayload.of(Attempts.attempt(() -> tokens.revoke(input)));
    }
}
