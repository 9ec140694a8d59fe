package io.goaltree.kpi;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Node;
import io.goaltree.scoring.Direction;
import io.goaltree.scoring.KpiHealth;
import io.goaltree.team.Person;
import io.goaltree.team.Team;
import io.goaltree.time.Cadence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/**
 * A KPI as callers see it, with the definition in force now and its newest value.
 *
 * @param batch the KPIs it was loaded with: its other fields load for all of them at once
 */
@DefaultNonNull
public record Kpi(
        @Id String id,
        String key,
        String name,
        @Nullable String description,
        @Nullable String unit,
        @Nullable String formula,
        @Nullable String source,
        Direction direction,
        Cadence cadence,
        String zone,
        @Nullable Team team,
        @Nullable Person owner,
        @Nullable HealthyRange healthyRange,
        KpiHealth health,
        @Name("isStale") boolean isStale,
        @Nullable KpiValue latest,
        @Nullable String influencedBy,
        @Nullable String reflects,
        @Nullable String whenItMoves,
        @Nullable Instant archivedAt,
        Instant updatedAt,
        int version,
        @Ignore Batch batch)
        implements Node {}
