package io.goaltree.objective;

import io.goaltree.cycle.Cycle;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Node;
import io.goaltree.team.Person;
import io.goaltree.team.Team;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * An objective as callers see it; the rooms above add what measures it and where it stands.
 *
 * @param batch the objectives loaded together with this one
 */
@DefaultNonNull
public record Objective(
        @Id String id,
        String title,
        @Nullable String description,
        Ambition ambition,
        Visibility visibility,
        ObjectiveState state,
        Cycle cycle,
        @Nullable Team team,
        @Nullable Person owner,
        @Nullable String despiteNoise,
        int version,
        Instant updatedAt,
        @Ignore Batch batch)
        implements Node {}
