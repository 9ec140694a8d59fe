package io.goaltree.scoring;

import java.math.BigDecimal;
import java.util.Random;

/** Seeded decimals for the law tests. */
final class Samples {
    private Samples() {}

    /** A decimal of either sign, at most {@code limit} away from zero, with the given number of decimals. */
    static BigDecimal decimal(Random random, int limit, int decimals) {
        int steps = limit * (int) Math.pow(10, decimals);
        return BigDecimal.valueOf(random.nextInt(2 * steps + 1) - steps, decimals);
    }

    /** A decimal above zero and at most {@code limit}, with the given number of decimals. */
    static BigDecimal positive(Random random, int limit, int decimals) {
        int steps = limit * (int) Math.pow(10, decimals);
        return BigDecimal.valueOf(1 + random.nextInt(steps), decimals);
    }
}
