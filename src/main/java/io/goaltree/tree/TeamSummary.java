package io.goaltree.tree;

import io.goaltree.team.Team;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A cycle summary narrowed to the objectives of one team, or of none. */
@DefaultNonNull
public record TeamSummary(
        @Nullable Team team,
        int objectives,
        int keyResults,
        int measured,
        @Nullable Double ratio,
        List<@NonNull StatusCount> byStatus) {}
