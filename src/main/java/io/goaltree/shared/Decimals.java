package io.goaltree.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What may be stored as a measured value: an exact decimal of at most {@value #MAX_DIGITS} digits. */
public final class Decimals {
    public static final int MAX_DIGITS = 20;

    private Decimals() {}

    /**
     * How many digits a number has when written out without an exponent, the lone zero before the point not counted.
     *
     * @param value any decimal
     * @return at least 1; 0.001 has 3, 120 has 3, 1E+400 has 401
     */
    public static long digits(BigDecimal value) {
        if (value.signum() == 0) {
            return Math.max(1L, value.scale());
        }
        long scale = value.scale();
        return scale < 0 ? value.precision() - scale : Math.max(value.precision(), scale);
    }

    /** Whether the value has at most {@value #MAX_DIGITS} digits, so that it can be kept without loss. */
    public static boolean fits(BigDecimal value) {
        return digits(value) <= MAX_DIGITS;
    }

    /** Whether two values are the same number, 3.20 and 3.2 for one; a missing value is equal to a missing one only. */
    public static boolean areEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** The value for a message: written out when short, else with an exponent, never thousands of digits. */
    public static String shown(BigDecimal value) {
        String text = digits(value) <= 60 ? value.toPlainString() : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
