package io.goaltree.scoring;

import java.math.BigDecimal;

/**
 * How far progress may lag behind the calendar. Both are shares of one, gaps between expected and actual ratio: from
 * {@code behind} on it is BEHIND, from {@code atRisk} on AT_RISK. Refused with an IllegalArgumentException unless
 * {@code 0 < behind < atRisk <= 1}.
 *
 * <p>Source: product.md 2.3; the thresholds are settings.
 */
public record PaceLimits(BigDecimal behind, BigDecimal atRisk) {
    private static final PaceLimits STANDARD = new PaceLimits(new BigDecimal("0.165"), new BigDecimal("0.33"));

    public PaceLimits {
        if (behind.signum() <= 0 || behind.compareTo(atRisk) >= 0 || atRisk.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Pace limits are " + behind + " and " + atRisk + "; they must be 0 < behind < at risk <= 1");
        }
    }

    /** What holds unless the settings say otherwise: 0.165 and 0.33. */
    public static PaceLimits standard() {
        return STANDARD;
    }
}
