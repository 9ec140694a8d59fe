package io.goaltree.kpi;

import io.goaltree.behaviour.Segment;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;

/** The latest segment while it has no limits yet, as callers see it. */
@DefaultNonNull
public record GatheringSegment(LocalDate from, LocalDate to, int count, String reason) {

    static GatheringSegment of(Segment segment) {
        return new GatheringSegment(segment.from(), segment.to(), segment.count(), segment.reason());
    }
}
