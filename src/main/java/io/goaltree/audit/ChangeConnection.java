package io.goaltree.audit;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ChangeConnection(List<@NonNull ChangeEdge> edges, List<@NonNull Change> nodes, PageInfo pageInfo) {}
