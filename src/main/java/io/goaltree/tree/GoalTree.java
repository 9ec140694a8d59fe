package io.goaltree.tree;

import io.goaltree.cycle.Cycle;
import io.goaltree.objective.Objective;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A cycle's goal tree as callers see it. */
@DefaultNonNull
public record GoalTree(
        Cycle cycle,
        Instant asOf,
        int objectiveCount,
        List<@NonNull Objective> roots,
        List<@NonNull Objective> objectives) {}
