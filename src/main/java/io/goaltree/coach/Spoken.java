package io.goaltree.coach;

import io.goaltree.shared.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a message says them. */
final class Spoken {
    private static final int DECIMALS = 6;

    private Spoken() {}

    /** "1 key result", "6 key results". */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Written out, rounded to six decimals, without zeros at the end: what was compared may have more. */
    static String number(BigDecimal exact) {
        BigDecimal rounded = exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return Decimals.shown(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
