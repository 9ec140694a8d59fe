package io.goaltree.export;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record KpiValueRowEdge(KpiValueRow node, String cursor) {}
