package io.goaltree.cycle;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record CycleConnection(List<@NonNull CycleEdge> edges, List<@NonNull Cycle> nodes, PageInfo pageInfo) {}
