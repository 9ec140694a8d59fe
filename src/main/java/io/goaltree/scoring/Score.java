package io.goaltree.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come, and how much of it is known.
 *
 * <p>{@code raw} is a share of one that may be negative (worse than the baseline) or above one (overshoot);
 * {@code ratio} is the same clamped to 0..1; {@code coverage}, 0..1, is the share of the weight that is measured.
 * {@code raw} and {@code ratio} are null together: there is nothing to give a number to. All three are unrounded.
 *
 * <p>Not measured and zero are two things: a key result without a value has no number; an objective whose members have
 * no value yet has ratio 0 and coverage 0.
 *
 * <p>Equality is BigDecimal's own, so 0.5 and 0.50 differ; compare the fields with compareTo.
 *
 * <p>Source: product.md 2.1 and 2.2.
 */
public record Score(@Nullable BigDecimal raw, @Nullable BigDecimal ratio, BigDecimal coverage) {
    public Score {
        if (!Ratios.isShare(coverage)) {
            throw new IllegalArgumentException("Coverage is " + coverage + "; it must be between 0 and 1");
        }
        if (raw == null || ratio == null) {
            requireNothingKnown(raw, ratio, coverage);
        } else if (ratio.compareTo(Ratios.clamped(raw)) != 0) {
            throw new IllegalArgumentException("Ratio is " + ratio + "; it must be raw " + raw + " clamped to 0..1");
        }
    }

    /** Nothing to give a number to: raw and ratio null, coverage 0. */
    public static Score notMeasured() {
        return new Score(null, null, BigDecimal.ZERO);
    }

    /**
     * The score of one measured thing.
     *
     * @param raw a share of one, any size and sign
     * @return the same raw, its ratio clamped to 0..1, coverage 1
     */
    public static Score of(BigDecimal raw) {
        return new Score(raw, Ratios.clamped(raw), BigDecimal.ONE);
    }

    /**
     * Whether anything below is measured: coverage above 0. For a key result that is the same as having a raw; a
     * roll-up over members without values has ratio 0 and is not measured.
     */
    public boolean isMeasured() {
        return coverage.signum() > 0;
    }

    private static void requireNothingKnown(@Nullable BigDecimal raw, @Nullable BigDecimal ratio, BigDecimal coverage) {
        if (raw != null || ratio != null) {
            throw new IllegalArgumentException(
                    "Raw is " + raw + " and ratio is " + ratio + "; both or neither is null");
        }
        if (coverage.signum() != 0) {
            throw new IllegalArgumentException("Coverage is " + coverage + "; without a ratio it must be 0");
        }
    }
}
