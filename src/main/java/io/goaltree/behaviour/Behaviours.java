package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Process-behaviour (XmR) analysis of a KPI's values. */
public final class Behaviours {
    public static final int STANDARD_BASELINE_SIZE = 20;
    public static final int FEWEST_VALUES = 6;
    static final String NO_REASON = "First value";

    static final int LATEST = 8;

    private Behaviours() {}

    /**
     * What a KPI's history says. Each segment is read against the limits of its own first values; moving ranges, runs
     * and windows reach over no missing period and over no start of a segment.
     *
     * @param points the KPI's values, one a calendar period of the cadence, oldest first
     * @param starts where a segment begins, in any order; of two on one day the later in the list holds. Values before
     *     the first start form a segment of their own, and a start without a value until the next one forms none
     * @param baselineSize how many first values of a segment set its limits, {@value #FEWEST_VALUES} or more; while
     *     there are fewer, all there are, from {@value #FEWEST_VALUES} on
     * @param direction which way is better in a period, by its first day: that of a signal's first period says what the
     *     signal means; WITHIN_RANGE makes it NEUTRAL
     * @param cadence of the KPI; it says which periods are neighbours
     * @return INSUFFICIENT_DATA while the current segment has no limits; SIGNAL when a signal of the current segment
     *     shows in one of its latest 8 values; else NOISE. No values: no segments, INSUFFICIENT_DATA
     * @throws IllegalArgumentException when the points are not in order or the baseline is too small
     *     <p>Source: product.md 3.3; Wheeler, Understanding Variation, 2nd edition.
     */
    public static Behaviour of(
            List<Point> points,
            List<SegmentStart> starts,
            int baselineSize,
            Function<LocalDate, Direction> direction,
            Cadence cadence) {
        if (baselineSize < FEWEST_VALUES) {
            throw new IllegalArgumentException(
                    "Baseline is " + baselineSize + " values; it must be at least " + FEWEST_VALUES);
        }
        requireInOrder(points);
        List<SegmentReading> readings = new ArrayList<>();
        bySegment(points, starts)
                .forEach((start, values) ->
                        readings.add(SegmentReading.of(values, start.reason(), baselineSize, direction, cadence)));
        List<Segment> segments = readings.stream().map(SegmentReading::segment).toList();
        List<Signal> signals =
                readings.stream().flatMap(reading -> reading.signals().stream()).toList();
        return judged(segments, signals, points);
    }

    /** The same for a KPI of which one way was better all the time. */
    public static Behaviour of(
            List<Point> points, List<SegmentStart> starts, int baselineSize, Direction direction, Cadence cadence) {
        return of(points, starts, baselineSize, period -> direction, cadence);
    }

    /**
     * The verdict on the last of these segments.
     *
     * @param unordered the signals of all segments
     * @param points the latest values at least, oldest first: eight of the last segment or, if it has fewer, all of it
     */
    static Behaviour judged(List<Segment> segments, List<Signal> unordered, List<Point> points) {
        List<Signal> signals = unordered.stream().sorted(Signal.IN_TIME).toList();
        if (segments.isEmpty() || segments.get(segments.size() - 1).limits() == null) {
            return new Behaviour(Verdict.INSUFFICIENT_DATA, null, null, segments, signals, null);
        }
        Segment current = segments.get(segments.size() - 1);
        LocalDate first = current.from();
        LocalDate latest = points.get(points.size() - Math.min(LATEST, current.count()))
                .period()
                .from();
        List<Signal> recent =
                signals.stream().filter(signal -> !signal.to().isBefore(latest)).toList();
        if (recent.isEmpty()) {
            return new Behaviour(Verdict.NOISE, null, null, segments, signals, null);
        }
        @Nullable
        LocalDate rebase = recent.stream()
                .filter(signal -> signal.rule() == SignalRule.RUN_OF_EIGHT)
                .map(Signal::from)
                .filter(from -> from.isAfter(first))
                .findFirst()
                .orElse(null);
        Signal earliest = recent.get(0);
        return new Behaviour(Verdict.SIGNAL, earliest.from(), earliest.direction(), segments, signals, rebase);
    }

    private static Map<SegmentStart, List<Point>> bySegment(List<Point> points, List<SegmentStart> starts) {
        TreeMap<LocalDate, SegmentStart> byDay = new TreeMap<>();
        byDay.put(LocalDate.MIN, new SegmentStart(LocalDate.MIN, NO_REASON));
        starts.forEach(start -> byDay.put(start.from(), start));
        Map<SegmentStart, List<Point>> segments = new TreeMap<>(Comparator.comparing(SegmentStart::from));
        for (Point point : points) {
            SegmentStart start = byDay.floorEntry(point.period().from()).getValue();
            segments.computeIfAbsent(start, it -> new ArrayList<>()).add(point);
        }
        return segments;
    }

    private static void requireInOrder(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            LocalDate before = points.get(i - 1).period().from();
            LocalDate from = points.get(i).period().from();
            if (!before.isBefore(from)) {
                throw new IllegalArgumentException(
                        "Period " + from + " comes after " + before + "; periods must be in order, each once");
            }
        }
    }
}
