package io.goaltree.objective;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ObjectiveConnection(
        List<@NonNull ObjectiveEdge> edges, List<@NonNull Objective> nodes, PageInfo pageInfo) {}
