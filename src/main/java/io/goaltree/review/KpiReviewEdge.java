package io.goaltree.review;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record KpiReviewEdge(KpiReview node, String cursor) {}
