package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Some neighbouring values of one segment, none missing, and the signals they give against its baseline. */
final class Stretch {
    private static final int RUN = 8;
    private static final int WINDOW = 4;
    private static final int NEAR_IN_WINDOW = 3;
    private static final int ABOVE = 1;
    private static final int BELOW = -1;

    private final List<Point> points;
    private final Baseline baseline;
    private final Function<LocalDate, Direction> direction;
    private final List<BigDecimal> deviations;
    private final int[] near;
    private final List<Signal> signals = new ArrayList<>();

    private Stretch(List<Point> points, Baseline baseline, Function<LocalDate, Direction> direction) {
        this.points = points;
        this.baseline = baseline;
        this.direction = direction;
        this.deviations =
                points.stream().map(point -> baseline.deviation(point.value())).toList();
        this.near = near(deviations, baseline.limit());
    }

    /** The signals among neighbours, rule by rule. */
    static List<Signal> signals(List<Point> neighbours, Baseline baseline, Function<LocalDate, Direction> direction) {
        Stretch stretch = new Stretch(neighbours, baseline, direction);
        stretch.valuesOutside();
        stretch.runs();
        stretch.threeOfFour(ABOVE);
        stretch.threeOfFour(BELOW);
        stretch.rangesOutside();
        return stretch.signals;
    }

    private void valuesOutside() {
        BigDecimal limit = baseline.limit();
        for (int i = 0; i < points.size(); i++) {
            if (deviations.get(i).abs().compareTo(limit) > 0) {
                add(SignalRule.OUTSIDE_LIMITS, i, i, side(i));
            }
        }
    }

    private void rangesOutside() {
        BigDecimal limit = baseline.rangeLimit();
        for (int i = 1; i < points.size(); i++) {
            BigDecimal step = deviations.get(i).subtract(deviations.get(i - 1));
            if (step.abs().compareTo(limit) > 0) {
                add(SignalRule.RANGE_OUTSIDE_LIMIT, i, i, step.signum());
            }
        }
    }

    private void runs() {
        int first = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i < points.size() && side(i) == side(first)) {
                continue;
            }
            if (side(first) != 0 && i - first >= RUN) {
                add(SignalRule.RUN_OF_EIGHT, first, i - 1, side(first));
            }
            first = i;
        }
    }

    /** Windows that overlap are one signal, from the first to the last value that is near the limit. */
    private void threeOfFour(int side) {
        int first = -1;
        int last = -1;
        for (int start = 0; start + WINDOW <= points.size(); start++) {
            if (nearIn(start, side) < NEAR_IN_WINDOW) {
                continue;
            }
            if (start > last) {
                addNear(first, last, side);
                first = start;
            }
            last = start + WINDOW - 1;
        }
        addNear(first, last, side);
    }

    private void addNear(int first, int last, int side) {
        if (last < 0) {
            return;
        }
        int from = near[first] == side ? first : first + 1;
        int to = near[last] == side ? last : last - 1;
        add(SignalRule.THREE_OF_FOUR, from, to, side);
    }

    private int nearIn(int start, int side) {
        int count = 0;
        for (int i = start; i < start + WINDOW; i++) {
            count += near[i] == side ? 1 : 0;
        }
        return count;
    }

    /** To which limit each value is nearer than to the centre; 0 where to none. */
    private static int[] near(List<BigDecimal> deviations, BigDecimal limit) {
        return deviations.stream()
                .mapToInt(deviation -> {
                    BigDecimal distance = deviation.abs();
                    return distance.subtract(limit).abs().compareTo(distance) < 0 ? deviation.signum() : 0;
                })
                .toArray();
    }

    private int side(int index) {
        return deviations.get(index).signum();
    }

    private void add(SignalRule rule, int first, int last, int side) {
        LocalDate from = points.get(first).period().from();
        signals.add(new Signal(rule, from, points.get(last).period().lastDay(), meaning(side, direction.apply(from))));
    }

    private static SignalDirection meaning(int side, Direction direction) {
        return switch (direction) {
            case WITHIN_RANGE -> SignalDirection.NEUTRAL;
            case HIGHER_IS_BETTER -> side > 0 ? SignalDirection.IMPROVING : SignalDirection.WORSENING;
            case LOWER_IS_BETTER -> side < 0 ? SignalDirection.IMPROVING : SignalDirection.WORSENING;
        };
    }
}
