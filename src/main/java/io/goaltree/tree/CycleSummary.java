package io.goaltree.tree;

import io.goaltree.cycle.Cycle;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** What a cycle comes to, in numbers. */
@DefaultNonNull
public record CycleSummary(
        Cycle cycle,
        Instant asOf,
        int objectives,
        int keyResults,
        int measured,
        @Nullable Double ratio,
        double expected,
        List<@NonNull StatusCount> byStatus,
        List<@NonNull TeamSummary> byTeam) {}
