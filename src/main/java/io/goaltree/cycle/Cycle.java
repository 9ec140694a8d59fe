package io.goaltree.cycle;

import io.goaltree.edge.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Id;

/** A cycle as callers see it, with its chain of parents. */
@DefaultNonNull
public record Cycle(
        @Id String id,
        String key,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        CycleState state,
        @Nullable Cycle parent,
        double expected,
        int version)
        implements Node {}
