package io.goaltree.audit;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record ChangeEdge(Change node, String cursor) {}
