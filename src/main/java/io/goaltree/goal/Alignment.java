package io.goaltree.goal;

import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;

/** An edge of the goal tree as callers see it: exactly one of the two parents is there. */
@DefaultNonNull
public record Alignment(
        Objective child,
        @Nullable Objective parentObjective,
        @Nullable KeyResult parentKeyResult,
        BigDecimal weight) {}
