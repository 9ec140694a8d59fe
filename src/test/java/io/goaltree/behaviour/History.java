package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Daily values from 1 January 2025 on, written as a line of text; a dash is a day without a value. */
record History(List<Point> points, List<SegmentStart> starts, int baselineSize, Direction direction) {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");

    static History of(String values) {
        List<Point> points = new ArrayList<>();
        LocalDate day = FIRST_DAY;
        for (String value : values.strip().split("\\s+")) {
            if (!value.equals("-")) {
                points.add(new Point(DateRange.inclusive(day, day), new BigDecimal(value)));
            }
            day = day.plusDays(1);
        }
        return new History(points, List.of(), Behaviours.STANDARD_BASELINE_SIZE, Direction.HIGHER_IS_BETTER);
    }

    History better(Direction which) {
        return new History(points, starts, baselineSize, which);
    }

    History limitsFromFirst(int values) {
        return new History(points, starts, values, direction);
    }

    /** A segment that begins with the value of a day, the first being 1. */
    History from(int number, String reason) {
        List<SegmentStart> more = new ArrayList<>(starts);
        more.add(new SegmentStart(day(number), reason));
        return new History(points, more, baselineSize, direction);
    }

    /** Only the oldest values. */
    History first(int count) {
        return new History(points.subList(0, count), starts, baselineSize, direction);
    }

    /** The values from each start to the next, each read for itself. */
    List<Behaviour> parts() {
        TreeMap<LocalDate, List<Point>> parts = new TreeMap<>();
        parts.put(LocalDate.MIN, new ArrayList<>());
        starts.forEach(start -> parts.put(start.from(), new ArrayList<>()));
        points.forEach(
                point -> parts.floorEntry(point.period().from()).getValue().add(point));
        return parts.values().stream()
                .filter(part -> !part.isEmpty())
                .map(part -> new History(part, List.of(), baselineSize, direction).read())
                .toList();
    }

    Behaviour read() {
        return Behaviours.of(points, starts, baselineSize, direction, Cadence.DAILY);
    }

    /** The signals as text: rule, numbers of the first and the last day, direction. */
    List<String> signals() {
        return read().signals().stream()
                .map(it -> text(it.rule(), number(it.from()), number(it.to()), it.direction()))
                .toList();
    }

    static String text(SignalRule rule, long from, long to, SignalDirection direction) {
        return rule + " " + from + "-" + to + " " + direction;
    }

    static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number - 1L);
    }

    private static long number(LocalDate day) {
        return day.toEpochDay() - FIRST_DAY.toEpochDay() + 1;
    }
}
