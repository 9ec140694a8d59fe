package io.goaltree.token;

import io.goaltree.access.Right;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of api_token without its hash. */
record TokenRow(
        UUID id,
        String name,
        List<Right> rights,
        @Nullable UUID team,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    static TokenRow made(
            UUID id,
            String name,
            List<Right> rights,
            @Nullable UUID team,
            Instant at,
            String by,
            @Nullable Instant expiresAt) {
        return new TokenRow(id, name, rights, team, at, by, expiresAt, null, null, null);
    }

    boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Whether it opens everything. */
    boolean isMaster() {
        return rights.contains(Right.ADMIN) && team == null;
    }
}
