package io.goaltree.scoring;

import java.math.BigDecimal;

/**
 * What became of an objective once its cycle is closed.
 *
 * <p>Source: product.md 2.5.
 */
public enum GoalOutcome {
    ACHIEVED,
    PROGRESSED,
    MISSED;

    private static final BigDecimal ACHIEVED_FROM = new BigDecimal("0.7");
    private static final BigDecimal PROGRESSED_FROM = new BigDecimal("0.4");

    /**
     * The band a score falls into: half-open, each bound belongs to the band above it.
     *
     * @param score share of one, 0..1, unrounded
     * @param committed whether the objective was promised rather than aspired to
     * @return ACHIEVED from 0.7 on, for a committed one only at 1; else PROGRESSED from 0.4 on; else MISSED
     * @throws IllegalArgumentException when the score is not between 0 and 1
     *     <p>Source: product.md 2.5.
     */
    public static GoalOutcome of(BigDecimal score, boolean committed) {
        if (!Ratios.isShare(score)) {
            throw new IllegalArgumentException("Score is " + score + "; it must be between 0 and 1");
        }
        if (score.compareTo(committed ? BigDecimal.ONE : ACHIEVED_FROM) >= 0) {
            return ACHIEVED;
        }
        return score.compareTo(PROGRESSED_FROM) >= 0 ? PROGRESSED : MISSED;
    }
}
