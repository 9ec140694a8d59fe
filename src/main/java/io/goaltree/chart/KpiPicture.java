package io.goaltree.chart;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.kpi.RangeInForce;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen of a KPI.
 *
 * @param health of its newest value, in words
 * @param points those of the periods that are shown, in order
 * @param behaviour what all its values say, shown or not
 * @param ranges for each period that is shown, by its first day
 */
record KpiPicture(
        String name,
        @Nullable String unit,
        Cadence cadence,
        String health,
        List<Point> points,
        Behaviour behaviour,
        Map<LocalDate, RangeInForce> ranges) {

    /** Neighbours that one range holds for. */
    record Healthy(DateRange days, RangeInForce range) {}

    /** All days of the periods that are shown; there must be one. */
    DateRange days() {
        return new DateRange(
                points.get(0).period().from(),
                points.get(points.size() - 1).period().until());
    }

    List<Segment> segments() {
        return behaviour.segments().stream()
                .filter(segment -> isShown(segment.from(), segment.to()))
                .toList();
    }

    List<Signal> signals() {
        return behaviour.signals().stream()
                .filter(signal -> isShown(signal.from(), signal.to()))
                .toList();
    }

    List<Signal> signalsOf(Point point) {
        return behaviour.signals().stream()
                .filter(signal -> !point.period().from().isBefore(signal.from())
                        && !point.period().lastDay().isAfter(signal.to()))
                .toList();
    }

    /** The signal by which each value that has any is marked. */
    List<Signal> marks() {
        return points.stream()
                .map(this::signalsOf)
                .filter(signals -> !signals.isEmpty())
                .map(SignalMark::first)
                .toList();
    }

    private boolean isShown(LocalDate from, LocalDate to) {
        DateRange days = days();
        return !to.isBefore(days.from()) && from.isBefore(days.until());
    }

    /** Values that are drawn as one line: over no missing period and no start of a segment. */
    List<List<Point>> runs() {
        List<List<Point>> runs = new ArrayList<>();
        Point before = null;
        for (Point point : points) {
            boolean begins = before == null
                    || !cadence.after(before.period()).equals(point.period())
                    || isStart(point.period().from());
            if (begins) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            before = point;
        }
        return runs;
    }

    boolean isStart(LocalDate period) {
        return behaviour.segments().stream().anyMatch(segment -> segment.from().equals(period));
    }

    /** Where it was healthy, as steps without gaps from the first to the last day that is shown. */
    List<Healthy> healthy() {
        List<Healthy> healthy = new ArrayList<>();
        for (Point point : points) {
            RangeInForce range =
                    Objects.requireNonNull(ranges.get(point.period().from()));
            Healthy last = healthy.isEmpty() ? null : healthy.get(healthy.size() - 1);
            if (last == null) {
                healthy.add(new Healthy(point.period(), range));
            } else {
                boolean same = last.range().equals(range);
                LocalDate until = same ? point.period().until() : point.period().from();
                healthy.set(
                        healthy.size() - 1,
                        new Healthy(new DateRange(last.days().from(), until), last.range()));
                if (!same) {
                    healthy.add(new Healthy(point.period(), range));
                }
            }
        }
        return healthy;
    }
}
