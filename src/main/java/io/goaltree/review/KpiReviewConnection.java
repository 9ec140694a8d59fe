package io.goaltree.review;

import io.goaltree.edge.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiReviewConnection(
        List<@NonNull KpiReviewEdge> edges, List<@NonNull KpiReview> nodes, PageInfo pageInfo) {}
