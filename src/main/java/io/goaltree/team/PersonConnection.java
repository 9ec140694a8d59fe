package io.goaltree.team;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record PersonConnection(List<@NonNull PersonEdge> edges, List<@NonNull Person> nodes, PageInfo pageInfo) {}
