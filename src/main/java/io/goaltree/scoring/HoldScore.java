package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The count behind a HOLD: periods in range, periods that count so far, periods of the whole cycle;
 * {@code 0 <= inRange <= due <= total}. While no period has a value nothing counts: {@code due} is 0.
 *
 * <p>Source: product.md 2.1, HOLD.
 */
public record HoldScore(int inRange, int due, int total) {
    public HoldScore {
        if (inRange < 0 || inRange > due || due > total) {
            throw new IllegalArgumentException("Periods in range are " + inRange + ", due " + due + ", in all " + total
                    + "; each must be at most the next, and none below 0");
        }
    }

    /**
     * How well the range has been held so far: {@code inRange / due}.
     *
     * @return a score of coverage 1 with raw and ratio 0..1; not measured while {@code due} is 0
     *     <p>Source: product.md 2.1, HOLD: served as {@code ratio}.
     */
    public Score score() {
        return due == 0 ? Score.notMeasured() : Score.of(shareOf(due));
    }

    /**
     * How much of the whole cycle is already held: {@code inRange / total}.
     *
     * @return a share of one, 0..1, to 34 digits; null while nothing is measured. Never above
     *     {@code ratio}, and equal to it once every period is due
     *     <p>Source: product.md 2.1, HOLD: served as {@code earned}.
     */
    public @Nullable BigDecimal earned() {
        return due == 0 ? null : shareOf(total);
    }

    private BigDecimal shareOf(int periods) {
        return BigDecimal.valueOf(inRange).divide(BigDecimal.valueOf(periods), MathContext.DECIMAL128);
    }
}
