package io.goaltree.live;

import io.goaltree.edge.Batch;
import io.goaltree.kpi.KpiSignal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A new signal, told to those who follow.
 *
 * @param kpis the KPIs of all signals told together
 */
@DefaultNonNull
public record KpiSignalEvent(
        KpiSignal signal,
        Instant detectedAt,
        @Ignore UUID kpiId,
        @Ignore Batch kpis) {}
