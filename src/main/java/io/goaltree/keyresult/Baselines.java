package io.goaltree.keyresult;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.kpi.KpiHistory;
import io.goaltree.shared.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Where a key result begins that a KPI will feed. */
final class Baselines {
    /** A mean is known a little better than the values it is of, and never worse than so many digits. */
    private static final int MORE_DECIMALS = 2;

    private static final int DIGITS = 10;

    private Baselines() {}

    /**
     * The mean of the KPI's current segment, or the newest value while there are too few for a mean.
     *
     * @param history of one value or more
     * @return in the KPI's unit; a mean has up to two decimals more than the segment's values, or ten digits when that is
     *     more, half away from zero and without zeros at its end, fewer when it would have more than can be kept
     *     <p>Source: product.md 3.5.
     */
    static BigDecimal of(KpiHistory history) {
        List<Point> values = history.values();
        Limits limits = history.behaviour().currentLimits();
        if (limits == null) {
            return values.get(values.size() - 1).value();
        }
        List<Segment> segments = history.behaviour().segments();
        Segment current = segments.get(segments.size() - 1);
        int decimals = values.stream()
                .filter(point -> !point.period().from().isBefore(current.from()))
                .mapToInt(point -> Math.max(0, point.value().scale()))
                .max()
                .orElse(0);
        BigDecimal mean = limits.mean();
        int digitsBeforeThePoint = mean.precision() - mean.scale();
        return rounded(mean, Math.max(decimals + MORE_DECIMALS, DIGITS - digitsBeforeThePoint));
    }

    private static BigDecimal rounded(BigDecimal mean, int decimals) {
        BigDecimal rounded = mean.setScale(decimals, RoundingMode.HALF_UP);
        if (decimals > 0 && !Decimals.fits(rounded)) {
            return rounded(mean, decimals - 1);
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
