package io.goaltree.kpi;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record KpiEdge(Kpi node, String cursor) {}
