package io.goaltree.kpi;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiConnection(List<@NonNull KpiEdge> edges, List<@NonNull Kpi> nodes, PageInfo pageInfo) {}
