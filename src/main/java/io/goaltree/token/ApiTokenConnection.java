package io.goaltree.token;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ApiTokenConnection(List<@NonNull ApiTokenEdge> edges, List<@NonNull ApiToken> nodes, PageInfo pageInfo) {}
