package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any series, read in one way, against the same read in another. */
class ReadingLawTest {

    @Test
    void law_the_rules_read_by_brute_force_give_the_same_signals() {
        Random random = new Random(20251121);
        for (int i = 0; i < 10_000; i++) {
            Long[] values = RandomHistory.values(random, 1 + random.nextInt(60));
            int baselineSize = 6 + random.nextInt(30);
            PlainReading plain = PlainReading.of(values, baselineSize);
            History history = RandomHistory.of(values).limitsFromFirst(baselineSize);
            Behaviour behaviour = history.read();
            assertThat(behaviour.currentLimits() != null).isEqualTo(plain.hasLimits());
            assertThat(new TreeSet<>(history.signals()))
                    .hasSameSizeAs(history.signals())
                    .isEqualTo(plain.hasLimits() ? plain.signals() : new TreeSet<>());
            assertThat(behaviour.verdict()).isEqualTo(verdict(behaviour, history.points()));
        }
    }

    @Test
    void law_a_series_cut_at_a_start_reads_like_two_series_in_any_order_of_the_starts() {
        Random random = new Random(20251122);
        for (int i = 0; i < 2_000; i++) {
            History whole = RandomHistory.of(random, 60).limitsFromFirst(6 + random.nextInt(10));
            History cut = whole.from(1 + random.nextInt(60), "One").from(61 + random.nextInt(5), "None");
            History again = cut.from(1 + random.nextInt(60), "Another");
            List<SegmentStart> starts = new ArrayList<>(again.starts());
            if (starts.get(0).from().equals(starts.get(2).from())) {
                continue;
            }
            Collections.shuffle(starts, random);
            Behaviour together = again.read();
            assertThat(new History(again.points(), starts, again.baselineSize(), again.direction()).read())
                    .isEqualTo(together);
            List<Behaviour> parts = again.parts();
            assertThat(together.signals())
                    .isEqualTo(parts.stream()
                            .flatMap(part -> part.signals().stream())
                            .toList());
            assertThat(together.segments().stream().map(Segment::limits).toList())
                    .isEqualTo(parts.stream().map(Behaviour::currentLimits).toList());
            Behaviour last = parts.get(parts.size() - 1);
            assertThat(together.verdict()).isEqualTo(last.verdict());
            assertThat(together.since()).isEqualTo(last.since());
            assertThat(together.proposedRebase()).isEqualTo(last.proposedRebase());
        }
    }

    @Test
    void law_later_values_only_lengthen_a_signal_and_add_others_behind_it() {
        Random random = new Random(20251123);
        for (int i = 0; i < 500; i++) {
            History whole = RandomHistory.of(random, 50).limitsFromFirst(6);
            List<Signal> all = whole.read().signals();
            for (int size = 6; size < whole.points().size(); size++) {
                List<Signal> some = whole.first(size).read().signals();
                LocalDate last = whole.points().get(size - 1).period().from();
                assertThat(some).allMatch(signal -> all.stream().anyMatch(it -> grown(signal, it)));
                assertThat(all)
                        .allMatch(signal ->
                                !signal.to().isBefore(last) || some.stream().anyMatch(it -> it.equals(signal)));
            }
        }
    }

    @Test
    void law_a_missing_period_creates_no_signal_and_none_reaches_over_it() {
        Random random = new Random(20251124);
        for (int i = 0; i < 2_000; i++) {
            Long[] values = RandomHistory.values(random, 50);
            int gap = 20 + random.nextInt(25);
            Long[] parted = values.clone();
            parted[gap] = null;
            History before = RandomHistory.of(values).limitsFromFirst(6);
            History after = RandomHistory.of(parted).limitsFromFirst(6);
            if (before.first(6).points().get(5).period().from().isAfter(History.day(gap))) {
                continue;
            }
            LocalDate missing = History.day(gap + 1);
            assertThat(after.read().signals())
                    .allMatch(signal ->
                            signal.to().isBefore(missing) || signal.from().isAfter(missing))
                    .allMatch(signal -> before.read().signals().stream().anyMatch(it -> within(signal, it)));
        }
    }

    @Test
    void law_what_is_better_in_the_first_period_of_a_signal_says_what_it_means() {
        Random random = new Random(20251125);
        for (int i = 0; i < 1_000; i++) {
            History history = RandomHistory.of(random, 50).limitsFromFirst(6);
            LocalDate change = History.day(1 + random.nextInt(50));
            Function<LocalDate, Direction> direction =
                    day -> day.isBefore(change) ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
            List<Signal> up = history.read().signals();
            List<Signal> down = history.better(Direction.LOWER_IS_BETTER).read().signals();
            assertThat(Behaviours.of(history.points(), List.of(), 6, direction, Cadence.DAILY)
                            .signals())
                    .isEqualTo(Stream.concat(
                                    up.stream().filter(it -> it.from().isBefore(change)),
                                    down.stream().filter(it -> !it.from().isBefore(change)))
                            .toList());
        }
    }

    private static Verdict verdict(Behaviour behaviour, List<Point> points) {
        if (behaviour.currentLimits() == null) {
            return Verdict.INSUFFICIENT_DATA;
        }
        return points.subList(Math.max(0, points.size() - 8), points.size()).stream()
                        .map(point -> point.period().from())
                        .anyMatch(day -> behaviour.signals().stream()
                                .anyMatch(it -> !day.isBefore(it.from()) && !day.isAfter(it.to())))
                ? Verdict.SIGNAL
                : Verdict.NOISE;
    }

    private static boolean grown(Signal young, Signal old) {
        return within(young, old) && young.from().equals(old.from());
    }

    private static boolean within(Signal inner, Signal outer) {
        return inner.rule() == outer.rule()
                && inner.direction() == outer.direction()
                && !inner.from().isBefore(outer.from())
                && !inner.to().isAfter(outer.to());
    }
}
