package io.goaltree.token;

import io.goaltree.access.Right;
import io.goaltree.team.Team;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A token as administrators see it: everything but its secret. */
@DefaultNonNull
public record ApiToken(
        @Id String id,
        String name,
        List<@NonNull Right> rights,
        @Nullable Team team,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {}
