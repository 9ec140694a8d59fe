package io.goaltree.cycle;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record CycleEdge(Cycle node, String cursor) {}
