package io.goaltree.kpi;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiValueConnection(List<@NonNull KpiValueEdge> edges, List<@NonNull KpiValue> nodes, PageInfo pageInfo) {}
