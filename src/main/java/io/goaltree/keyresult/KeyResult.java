package io.goaltree.keyresult;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Node;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.team.Person;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A key result as callers see it; the rooms above add its check-ins and where it stands.
 *
 * @param givenScore the score that was set by hand, unrounded; null when none was
 * @param batch the key results loaded together with this one
 */
@DefaultNonNull
public record KeyResult(
        @Id String id,
        String title,
        @Nullable String unit,
        BigDecimal weight,
        @Nullable Person owner,
        Objective objective,
        ObjectiveState state,
        Measure measure,
        int version,
        Instant updatedAt,
        @Ignore @Nullable BigDecimal givenScore,
        @Ignore Batch batch)
        implements Node {}
