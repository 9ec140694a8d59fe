package io.goaltree.scoring;

import java.math.BigDecimal;

/**
 * Where a KPI's value is healthy, and how far outside it is still only a warning. Both in the KPI's unit; the tolerance
 * is 0 or more, below 0 is refused with an IllegalArgumentException.
 *
 * <p>Source: product.md 3.1.
 */
public record HealthyRangeLimits(Band band, BigDecimal tolerance) {
    public HealthyRangeLimits {
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("Tolerance is " + tolerance + "; it must be 0 or more");
        }
    }

    /** How far a value lies out of the range, to the bound that is passed: in the same unit, exact, 0 inside. */
    public BigDecimal distance(BigDecimal value) {
        return band.distance(value);
    }
}
