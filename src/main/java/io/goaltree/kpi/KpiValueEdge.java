package io.goaltree.kpi;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record KpiValueEdge(KpiValue node, String cursor) {}
