package io.goaltree.team;

import io.goaltree.edge.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Id;

/** A team as callers see it, with its chain of parents. */
@DefaultNonNull
public record Team(
        @Id String id, String key, String name, @Nullable Team parent, int version) implements Node {}
