package io.goaltree.team;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record PersonEdge(Person node, String cursor) {}
