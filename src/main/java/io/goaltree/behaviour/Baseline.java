package io.goaltree.behaviour;

import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The centre and the spread of a segment's first values, kept as exact sums and counts. Distances from the centre are
 * compared multiplied by both counts, so that nothing is divided and a value on a limit is exactly on it.
 *
 * <p>Source: product.md 3.3; Wheeler, Understanding Variation, 2nd edition; NIST/SEMATECH e-Handbook 6.3.2.2.
 */
record Baseline(BigDecimal sum, BigDecimal count, BigDecimal rangeSum, BigDecimal rangeCount) {
    private static final BigDecimal NATURAL_LIMITS = new BigDecimal("2.66");
    private static final BigDecimal RANGE_LIMIT = new BigDecimal("3.268");
    private static final BigDecimal RANGE_OF_ONE_SIGMA = new BigDecimal("1.128");

    /** What the first values of a segment say; null when no two of them are neighbours. */
    static @Nullable Baseline of(List<Point> first, Cadence cadence) {
        BigDecimal sum = first.get(0).value();
        BigDecimal rangeSum = BigDecimal.ZERO;
        int ranges = 0;
        for (int i = 1; i < first.size(); i++) {
            sum = sum.add(first.get(i).value());
            if (first.get(i - 1).isFollowedBy(first.get(i), cadence)) {
                rangeSum = rangeSum.add(
                        first.get(i).value().subtract(first.get(i - 1).value()).abs());
                ranges++;
            }
        }
        return ranges == 0
                ? null
                : new Baseline(sum, BigDecimal.valueOf(first.size()), rangeSum, BigDecimal.valueOf(ranges));
    }

    Limits limits() {
        return new Limits(
                sum.divide(count, MathContext.DECIMAL128),
                rangeSum.divide(rangeCount, MathContext.DECIMAL128),
                unscaled(sum.multiply(rangeCount).subtract(limit())),
                unscaled(sum.multiply(rangeCount).add(limit())),
                unscaled(rangeLimit()),
                rangeSum.divide(rangeCount.multiply(RANGE_OF_ONE_SIGMA), MathContext.DECIMAL128));
    }

    /** How far a value lies above the centre, times both counts. */
    BigDecimal deviation(BigDecimal value) {
        return value.multiply(count).subtract(sum).multiply(rangeCount);
    }

    /** How far the natural limits lie from the centre, times both counts. */
    BigDecimal limit() {
        return rangeSum.multiply(count).multiply(NATURAL_LIMITS);
    }

    /** The upper limit of a moving range, times both counts. */
    BigDecimal rangeLimit() {
        return rangeSum.multiply(count).multiply(RANGE_LIMIT);
    }

    private BigDecimal unscaled(BigDecimal scaled) {
        return scaled.divide(count.multiply(rangeCount), MathContext.DECIMAL128);
    }
}
