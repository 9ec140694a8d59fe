package io.goaltree.scoring;

import java.math.BigDecimal;

/** The one rule of weights, for everything that has one. */
final class Weights {
    private Weights() {}

    static void requireNotNegative(BigDecimal weight) {
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("Weight is " + weight + "; it must be 0 or more");
        }
    }
}
