package io.goaltree.token;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record ApiTokenEdge(ApiToken node, String cursor) {}
