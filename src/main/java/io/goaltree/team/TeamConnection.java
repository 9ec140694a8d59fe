package io.goaltree.team;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record TeamConnection(List<@NonNull TeamEdge> edges, List<@NonNull Team> nodes, PageInfo pageInfo) {}
