package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What all shares of one have in common: where they end, and how they leave the house. */
public final class Ratios {
    private static final int ANSWERED_DECIMALS = 6;

    private Ratios() {}

    /**
     * The ratio as it is answered to a caller. The only rounding there is: never compare or add what comes out.
     *
     * @param exact a share of one, or a raw progress; any size and sign, unrounded
     * @return the same rounded to 6 decimals, half away from zero; never -0.0
     *     <p>Edges: beyond about 15 significant digits the double itself is the limit, not the rounding.
     *     <p>Source: product.md 2.2 (1, 0, 0 gives 0.333333).
     */
    public static double rounded(BigDecimal exact) {
        return exact.setScale(ANSWERED_DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    static BigDecimal clamped(BigDecimal raw) {
        return raw.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    static boolean isShare(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }
}
