package io.goaltree.checkin;

import io.smallrye.graphql.api.DefaultNonNull;

@DefaultNonNull
public record CheckInEdge(CheckIn node, String cursor) {}
