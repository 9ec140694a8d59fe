package io.goaltree.export;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record KeyResultRowEdge(KeyResultRow node, String cursor) {}
