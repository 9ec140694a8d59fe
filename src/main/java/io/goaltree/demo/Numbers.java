package io.goaltree.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** The demo's made-up numbers: plausible, and the same on every day and machine. */
final class Numbers {
    private static final double FULL_PERCENT = 100;
    private static final double NOISE = 0.03;
    /** The golden ratio as a 64-bit fraction: small seeds in a row would give numbers that look alike. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final Random random;

    Numbers(long seed) {
        this.random = new Random(seed * SCATTER);
    }

    /** The value of a key result that is to be reached, in one of so many weeks; the last one lies on the course exactly. */
    BigDecimal reach(Entry keyResult, int week, int weeks) {
        double baseline = keyResult.real("baseline");
        double target = keyResult.real("target");
        double noise = random.nextGaussian() * NOISE;
        double done = keyResult.choice("course", Course.class).at((double) week / weeks) * keyResult.real("reaches");
        double value = baseline + (target - baseline) * (week == weeks ? done : done + noise);
        return rounded(keyResult, baseline < 0 || target < 0 ? value : Math.max(0, value));
    }

    /** The value of something that moves between two levels, in one of so many periods, counted from 1. */
    BigDecimal level(Entry entry, int period, int periods) {
        double elapsed = (double) period / periods;
        double value = entry.real("from") + (entry.real("to") - entry.real("from")) * elapsed;
        if (entry.has("shift") && elapsed > entry.entry("shift").real("after")) {
            value += entry.entry("shift").real("by");
        }
        value += random.nextGaussian() * entry.real("spread");
        return rounded(entry, Math.max(entry.real("least", Double.NEGATIVE_INFINITY), value));
    }

    /** Whether something happens that happens once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private static BigDecimal rounded(Entry entry, double value) {
        boolean isPercent = "percent".equals(entry.optionalText("unit"));
        double most = entry.real("most", isPercent ? FULL_PERCENT : Double.POSITIVE_INFINITY);
        return BigDecimal.valueOf(Math.min(most, value)).setScale(entry.whole("decimals", 1), RoundingMode.HALF_UP);
    }
}
