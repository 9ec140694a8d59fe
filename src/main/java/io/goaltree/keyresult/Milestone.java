package io.goaltree.keyresult;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;

/** One step of a milestone measure. */
@DefaultNonNull
public record Milestone(
        @Id String id,
        String title,
        BigDecimal weight,
        @Nullable Instant doneAt) {}
