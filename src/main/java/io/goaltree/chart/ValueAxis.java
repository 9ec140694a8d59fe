package io.goaltree.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie, from the bottom of a picture upwards.
 *
 * @param least the value at {@code bottom}, in the unit of the values; below {@code most}
 * @param bottom in pixels from the top of the picture; below, that is greater than, {@code top}
 */
record ValueAxis(BigDecimal least, BigDecimal most, double bottom, double top) {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal MARGIN = new BigDecimal("0.06");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal[] NICE = {
        BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN
    };

    ValueAxis {
        if (least.compareTo(most) >= 0) {
            throw new IllegalArgumentException("Axis begins at " + least + "; that must be below " + most);
        }
    }

    /** An axis with some room around values that may be all the same. */
    static ValueAxis around(BigDecimal least, BigDecimal most, double bottom, double top) {
        BigDecimal room = most.subtract(least).multiply(MARGIN);
        if (room.signum() == 0) {
            room = least.signum() == 0 ? BigDecimal.ONE : least.abs().multiply(TENTH);
        }
        return new ValueAxis(least.subtract(room), most.add(room), bottom, top);
    }

    double y(BigDecimal value) {
        double share = value.subtract(least).divide(span(), EXACT).doubleValue();
        return bottom - share * (bottom - top);
    }

    boolean shows(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** Multiples of 1, 2 or 5 times a power of ten: as many as fit, at least these pixels apart; all with the same decimals. */
    List<BigDecimal> ticks(double pixels) {
        BigDecimal step = step(pixels);
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = least.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; tick.compareTo(most) <= 0; tick = tick.add(step)) {
            ticks.add(tick.setScale(Math.max(0, step.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY));
        }
        return ticks;
    }

    private BigDecimal step(double pixels) {
        double most = Math.max(1, (bottom - top) / pixels);
        BigDecimal rough = span().divide(BigDecimal.valueOf(most), EXACT);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        for (BigDecimal nice : NICE) {
            BigDecimal step = power.multiply(nice);
            if (step.compareTo(rough) >= 0) {
                return step;
            }
        }
        throw new IllegalStateException("Ten times the power of ten of " + rough + " is not below it");
    }

    private BigDecimal span() {
        return most.subtract(least);
    }
}
