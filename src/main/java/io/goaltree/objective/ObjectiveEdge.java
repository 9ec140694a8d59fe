package io.goaltree.objective;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record ObjectiveEdge(Objective node, String cursor) {}
