package io.goaltree.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of values, bounds inclusive, in the unit of what is measured. A null bound is open; one must be set.
 * Equal bounds mean exactly that value. {@code lower > upper} and two open bounds are refused with an
 * IllegalArgumentException.
 *
 * <p>Source: product.md 2.1 (HOLD) and 3.1 (healthy range).
 */
public record Band(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
    public Band {
        if (lower == null && upper == null) {
            throw new IllegalArgumentException("Both bounds are open; at least one must be set");
        }
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("Lower bound is " + lower + "; it must be at most the upper " + upper);
        }
    }

    /** Whether the value lies in the band, by compareTo: true on a bound (4.0 is in 4..5), never beyond it. */
    public boolean contains(BigDecimal value) {
        return distance(value).signum() == 0;
    }

    /**
     * How far outside the band a value lies.
     *
     * @param value in the unit of the band
     * @return the exact distance to the bound that is passed, in the same unit, 0 inside and on a bound
     */
    BigDecimal distance(BigDecimal value) {
        if (lower != null && value.compareTo(lower) < 0) {
            return lower.subtract(value);
        }
        if (upper != null && value.compareTo(upper) > 0) {
            return value.subtract(upper);
        }
        return BigDecimal.ZERO;
    }
}
