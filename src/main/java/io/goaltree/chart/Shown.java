package io.goaltree.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as texts: without locale, without exponent. */
final class Shown {
    private static final int DECIMALS = 6;
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_UP);
    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final MathContext SMALL_DIGITS = new MathContext(7, RoundingMode.HALF_UP);

    /** Values have at most 20 decimals; what their means and ranges have beyond these is the rounding of divisions. */
    private static final int SENSIBLE_DECIMALS = 24;

    private static final int PIXEL_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shown() {}

    /** A measured value, all of it. */
    static String exact(BigDecimal value) {
        return plain(value);
    }

    /**
     * A computed number: whole digits all, decimals as far as 8 digits and at most 6 decimals reach; below a tenth, where
     * these would say little or nothing, 7 digits.
     */
    static String computed(BigDecimal value) {
        if (value.abs().compareTo(SMALL) < 0) {
            return plain(value.setScale(SENSIBLE_DECIMALS, RoundingMode.HALF_UP).round(SMALL_DIGITS));
        }
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (rounded.precision() <= DIGITS.getPrecision()) {
            return plain(rounded);
        }
        int scale = rounded.round(DIGITS).scale();
        return plain(value.setScale(Math.max(0, Math.min(DECIMALS, scale)), RoundingMode.HALF_UP));
    }

    /** A share of one in percent, to a tenth. */
    static String percent(BigDecimal share) {
        return plain(share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP)) + " %";
    }

    /** A place in the picture. */
    static String pixel(double pixels) {
        return plain(BigDecimal.valueOf(pixels).setScale(PIXEL_DECIMALS, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
