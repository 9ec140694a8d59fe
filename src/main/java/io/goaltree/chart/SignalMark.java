package io.goaltree.chart;

import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.SignalRule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How a signal is marked: the rule has a shape, what it means for the KPI a colour. */
final class SignalMark {
    private static final double SIZE = 5.5;

    private SignalMark() {}

    /** Of several the most telling one. */
    static Signal first(List<Signal> signals) {
        return signals.stream().min(Comparator.comparing(Signal::rule)).orElseThrow();
    }

    static String shape(SignalRule rule, double x, double y) {
        double[][] corners = switch (rule) {
            case OUTSIDE_LIMITS -> new double[][] {{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}};
            case RUN_OF_EIGHT -> new double[][] {{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}};
            case THREE_OF_FOUR -> new double[][] {{0, -1.1}, {1.1, 0.9}, {-1.1, 0.9}};
            case RANGE_OUTSIDE_LIMIT -> new double[][] {{0, 1.1}, {1.1, -0.9}, {-1.1, -0.9}};
        };
        StringBuilder path = new StringBuilder();
        for (double[] corner : corners) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Shown.pixel(x + corner[0] * SIZE))
                    .append(' ')
                    .append(Shown.pixel(y + corner[1] * SIZE));
        }
        return path.append('Z').toString();
    }

    static String style(SignalDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    static String words(SignalRule rule) {
        return switch (rule) {
            case OUTSIDE_LIMITS -> "Outside limits";
            case RUN_OF_EIGHT -> "Run of eight";
            case THREE_OF_FOUR -> "Three of four";
            case RANGE_OUTSIDE_LIMIT -> "Large step";
        };
    }

    /** With its code, for those who look it up. */
    static String title(Signal signal) {
        return words(signal.rule()) + " (" + signal.rule() + "), " + style(signal.direction()) + ", " + signal.from()
                + " to " + signal.to();
    }
}
