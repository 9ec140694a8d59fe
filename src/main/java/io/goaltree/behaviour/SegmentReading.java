package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One segment and the signals among its values; without limits there are none. */
record SegmentReading(Segment segment, List<Signal> signals) {

    static SegmentReading of(
            List<Point> points,
            String reason,
            int baselineSize,
            Function<LocalDate, Direction> direction,
            Cadence cadence) {
        @Nullable
        Baseline baseline = points.size() < Behaviours.FEWEST_VALUES
                ? null
                : Baseline.of(points.subList(0, Math.min(baselineSize, points.size())), cadence);
        List<Signal> signals = baseline == null ? List.of() : signals(points, baseline, direction, cadence);
        Segment segment = new Segment(
                points.get(0).period().from(),
                points.get(points.size() - 1).period().lastDay(),
                points.size(),
                baseline == null ? null : baseline.limits(),
                reason);
        return new SegmentReading(segment, signals);
    }

    /** The signals among values of one segment, stretch by stretch. */
    static List<Signal> signals(
            List<Point> points, Baseline baseline, Function<LocalDate, Direction> direction, Cadence cadence) {
        List<Signal> signals = new ArrayList<>();
        stretches(points, cadence).forEach(stretch -> signals.addAll(Stretch.signals(stretch, baseline, direction)));
        return signals;
    }

    private static List<List<Point>> stretches(List<Point> points, Cadence cadence) {
        List<List<Point>> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || !points.get(i - 1).isFollowedBy(points.get(i), cadence)) {
                stretches.add(points.subList(first, i));
                first = i;
            }
        }
        return stretches;
    }
}
