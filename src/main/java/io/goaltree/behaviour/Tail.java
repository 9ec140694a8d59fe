package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to bring a kept behaviour up to date when values have only been added behind the others and the limits
 * in force are frozen; the many values between {@code first} and {@code latest} need not be read again.
 *
 * @param kept what {@link Behaviours#of} said before, of all older values and with the same starts, directions,
 *     baseline and cadence
 * @param first the first values of the current segment, as many as set its limits
 * @param latest the latest values of the current segment, oldest first, the added ones at the end. Nine before the added
 *     ones are enough as long as no signal reaches into the latest eight; else those from its first period on and one
 *     before it; or all of the segment
 */
public record Tail(Behaviour kept, List<Point> first, List<Point> latest) {

    /**
     * What {@link Behaviours#of} would say of all values.
     *
     * @return null when that cannot be known from here: the limits are not frozen yet, a segment starts among the added
     *     values, or {@code latest} does not reach back far enough
     */
    public @Nullable Behaviour read(
            List<SegmentStart> starts, int baselineSize, Function<LocalDate, Direction> direction, Cadence cadence) {
        List<Segment> segments = new ArrayList<>(kept.segments());
        Segment current = segments.isEmpty() ? null : segments.remove(segments.size() - 1);
        if (current == null
                || current.limits() == null
                || current.count() < baselineSize
                || first.size() < baselineSize
                || latest.isEmpty()) {
            return null;
        }
        int added = (int) latest.stream().filter(it -> isAfter(it, current)).count();
        int older = latest.size() - added;
        int from = firstToReadAgain(current, older);
        Baseline baseline = Baseline.of(first, cadence);
        if (from < 0 || older == 0 || baseline == null || startsBehind(latest.get(older - 1), starts)) {
            return null;
        }
        LocalDate cut = latest.get(from).period().from();
        List<Point> again = latest.subList(Math.max(0, from - 1), latest.size());
        Stream<Signal> before = kept.signals().stream().filter(it -> it.to().isBefore(cut));
        Stream<Signal> since = SegmentReading.signals(again, baseline, direction, cadence).stream()
                .filter(it -> !it.to().isBefore(cut));
        segments.add(new Segment(
                current.from(),
                latest.get(latest.size() - 1).period().lastDay(),
                current.count() + added,
                current.limits(),
                current.reason()));
        return Behaviours.judged(
                List.copyOf(segments), Stream.concat(before, since).toList(), latest);
    }

    /**
     * The index of the earliest value at which a signal may begin or grow: any run that can still become one is among
     * the latest eight older values, and no kept signal reaches over it. Negative when it or the one before it is missing.
     */
    private int firstToReadAgain(Segment current, int older) {
        int from = Math.max(0, older - Behaviours.LATEST);
        LocalDate cut = latest.get(from).period().from();
        for (int i = kept.signals().size() - 1; i >= 0; i--) {
            Signal signal = kept.signals().get(i);
            if (signal.from().isBefore(cut) && !signal.to().isBefore(cut)) {
                cut = signal.from();
            }
        }
        while (from > 0 && latest.get(from).period().from().isAfter(cut)) {
            from--;
        }
        boolean whole = latest.get(0).period().from().equals(current.from());
        return whole || from > 0 ? from : -1;
    }

    private static boolean isAfter(Point point, Segment segment) {
        return point.period().from().isAfter(segment.to());
    }

    /** A start takes effect with the next period that begins, also one on a day of the last older period. */
    private boolean startsBehind(Point lastOlder, List<SegmentStart> starts) {
        LocalDate newest = latest.get(latest.size() - 1).period().from();
        return starts.stream()
                .anyMatch(start -> start.from().isAfter(lastOlder.period().from())
                        && !start.from().isAfter(newest));
    }
}
