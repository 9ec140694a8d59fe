package io.goaltree.team;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record TeamEdge(Team node, String cursor) {}
