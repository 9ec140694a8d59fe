package io.goaltree.gate;

import io.goaltree.access.Right;
import io.goaltree.team.Person;
import io.goaltree.team.Team;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** Who asks, as they are told themselves. */
@DefaultNonNull
public record Viewer(
        String name,
        ViewerKind kind,
        List<@NonNull Right> rights,
        @Nullable List<@NonNull Team> teams,
        @Nullable Person person,
        @Nullable Instant expiresAt) {}
