package io.goaltree.review;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.Verdict;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Node;
import io.goaltree.scoring.KpiHealth;
import io.goaltree.team.Person;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A review of a KPI as callers see it. What was seen is as it was then, whatever is recorded or corrected later.
 *
 * @param seen the whole behaviour of the KPI, of which verdict, since and direction are a part
 * @param batch the reviews it was loaded with
 * @param kpis the KPIs of those reviews
 */
@DefaultNonNull
public record KpiReview(
        @Id String id,
        String whatChanged,
        @Nullable String whyItMatters,
        @Nullable String whatToTestNext,
        ReviewDecision decision,
        KpiHealth health,
        Verdict verdict,
        @Nullable LocalDate since,
        @Nullable SignalDirection direction,
        Instant recordedAt,
        @Nullable Person author,
        @Ignore UUID kpiId,
        @Ignore Behaviour seen,
        @Ignore Batch batch,
        @Ignore Batch kpis)
        implements Node {}
