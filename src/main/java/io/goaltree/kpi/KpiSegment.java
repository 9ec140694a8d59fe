package io.goaltree.kpi;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Segment;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Type;

/** A segment that has limits, as callers see it. */
@Type("Segment")
@DefaultNonNull
public record KpiSegment(
        LocalDate from,
        LocalDate to,
        int count,
        double mean,
        double meanMovingRange,
        double lowerLimit,
        double upperLimit,
        double upperRangeLimit,
        double sigma,
        String reason) {

    static KpiSegment of(Segment segment, Limits limits) {
        return new KpiSegment(
                segment.from(),
                segment.to(),
                segment.count(),
                limits.mean().doubleValue(),
                limits.meanMovingRange().doubleValue(),
                limits.lower().doubleValue(),
                limits.upper().doubleValue(),
                limits.upperRange().doubleValue(),
                limits.sigma().doubleValue(),
                segment.reason());
    }
}
