package io.goaltree.review;

import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.Verdict;
import io.goaltree.kpi.Kpi;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Name;

/** A KPI whose newest value is out of its healthy range, and whether that is more than noise. */
@DefaultNonNull
public record KpiGap(
        Kpi kpi,
        BigDecimal distance,
        @Nullable Double distanceInSigmas,
        Verdict verdict,
        @Nullable SignalDirection direction,
        @Name("isReal") boolean isReal,
        boolean recommended) {}
