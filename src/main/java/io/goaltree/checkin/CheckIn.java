package io.goaltree.checkin;

import io.goaltree.edge.Node;
import io.goaltree.team.Person;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;

/** A check-in as callers see it. */
@DefaultNonNull
public record CheckIn(
        @Id String id,
        @Nullable BigDecimal value,
        @Nullable Double confidence,
        @Nullable String note,
        Instant measuredAt,
        Instant recordedAt,
        @Nullable Person author)
        implements Node {}
