package io.goaltree.behaviour;

import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;

/** A KPI's value for one calendar period of its cadence, in the KPI's unit. */
public record Point(DateRange period, BigDecimal value) {

    /** Whether the other is the very next period's: nothing is missing between the two. */
    boolean isFollowedBy(Point other, Cadence cadence) {
        return cadence.after(period).equals(other.period);
    }
}
