package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/** Progress from a baseline to a target, rising or falling. */
public final class Reach {
    private Reach() {}

    /**
     * The share of the way from the baseline to the target that has been gone:
     * {@code (value - baseline) / (target - baseline)}. One expression serves rising and falling targets.
     *
     * @param baseline where it began, in the unit of the measure, any size and sign
     * @param target where it should end, same unit, different from the baseline
     * @param value where it is now, same unit
     * @return a share of one to 34 digits: 0 at the baseline, 1 at the target, negative when worse than the baseline,
     *     above 1 beyond the target; not clamped
     * @throws IllegalArgumentException when target and baseline are equal by compareTo (5 and 5.0 are)
     *     <p>Source: product.md 2.1, REACH (linear interpolation).
     */
    public static BigDecimal raw(BigDecimal baseline, BigDecimal target, BigDecimal value) {
        if (target.compareTo(baseline) == 0) {
            throw new IllegalArgumentException("Target is " + target + ", the same as the baseline; they must differ");
        }
        return value.subtract(baseline).divide(target.subtract(baseline), MathContext.DECIMAL128);
    }

    /**
     * The target that a relative change means, resolved once, when the baseline is fixed:
     * {@code baseline * (1 + changePercent / 100)}.
     *
     * @param baseline where it begins, in the unit of the measure, not 0
     * @param changePercent the change in percent of the baseline, not 0: -25 is "reduce by 25 %"
     * @return the target in the unit of the measure, exact, never equal to the baseline
     * @throws IllegalArgumentException when the baseline is 0 (no share of nothing) or the change is 0 (no way to go)
     *     <p>Edges: below -100 the target changes sign; with a negative baseline a negative change moves towards zero.
     *     <p>Source: product.md 2.1, REACH, relative target.
     */
    public static BigDecimal target(BigDecimal baseline, BigDecimal changePercent) {
        if (baseline.signum() == 0) {
            throw new IllegalArgumentException("Baseline is 0; a relative target needs a baseline other than 0");
        }
        if (changePercent.signum() == 0) {
            throw new IllegalArgumentException("Change is 0 %; a relative target needs a change other than 0");
        }
        return baseline.multiply(BigDecimal.ONE.add(changePercent.movePointLeft(2)));
    }
}
