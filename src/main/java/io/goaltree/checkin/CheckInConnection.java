package io.goaltree.checkin;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record CheckInConnection(List<@NonNull CheckInEdge> edges, List<@NonNull CheckIn> nodes, PageInfo pageInfo) {}
