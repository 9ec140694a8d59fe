package io.goaltree.export;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record CycleSummaryRowEdge(CycleSummaryRow node, String cursor) {}
