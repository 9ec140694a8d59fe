package io.goaltree.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a REACH key result begins when it is carried over into another cycle. */
public final class CarriedBaseline {
    private CarriedBaseline() {}

    /**
     * The baseline of the copy: what was reached so far is where it begins, the target stays.
     *
     * @param baseline where the original began, in the unit of the measure
     * @param target where both should end, same unit, different from the baseline
     * @param lastValue the value in force of the original, same unit; null when it was never measured
     * @return the last value, also when it is worse than the baseline; the original's baseline without a value, and when
     *     the value is at the target or beyond it, because from there is nothing left to go
     * @throws IllegalArgumentException when target and baseline are equal by compareTo
     *     <p>Source: product.md 2.5.
     */
    public static BigDecimal of(BigDecimal baseline, BigDecimal target, @Nullable BigDecimal lastValue) {
        if (lastValue == null || Reach.raw(baseline, target, lastValue).compareTo(BigDecimal.ONE) >= 0) {
            return baseline;
        }
        return lastValue;
    }
}
