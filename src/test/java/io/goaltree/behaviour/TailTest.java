package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TailTest {

    @Test
    void law_a_tail_reads_like_all_values() {
        Random random = new Random(20251126);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            History whole = RandomHistory.of(random, 20 + random.nextInt(60)).limitsFromFirst(6 + random.nextInt(8));
            whole = random.nextInt(4) == 0 ? whole.from(1 + random.nextInt(60), "Start") : whole;
            int older = Math.min(whole.points().size(), 10 + random.nextInt(60));
            int length = older < 12 ? older : 8 + random.nextInt(older - 8);
            Behaviour tail = tail(whole, older, length);
            if (tail != null) {
                read++;
                assertThat(tail).isEqualTo(whole.read());
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    @Test
    void law_a_tail_of_the_whole_segment_is_always_enough_once_its_limits_are_frozen() {
        Random random = new Random(20251127);
        for (int i = 0; i < 1_000; i++) {
            History whole = RandomHistory.of(random, 40).limitsFromFirst(6);
            Behaviour kept = whole.first(20).read();
            Behaviour tail = tail(whole, 20, 20);
            if (kept.currentLimits() == null) {
                assertThat(tail).isNull();
            } else {
                assertThat(tail).isEqualTo(whole.read());
            }
        }
    }

    @Test
    void nine_older_values_are_enough_while_no_signal_reaches_into_the_latest_eight() {
        History quiet = History.of("9.5 10.5 ".repeat(10) + "99").limitsFromFirst(6);
        assertThat(tail(quiet, 20, 9)).isEqualTo(quiet.read());
        assertThat(tail(quiet, 20, 8)).isNull();
    }

    @Test
    void a_run_that_goes_on_needs_its_first_value_and_one_before_it() {
        History run = History.of("9.5 10.5 ".repeat(4) + "9.9 ".repeat(13)).limitsFromFirst(6);
        assertThat(run.signals()).containsExactly("RUN_OF_EIGHT 9-21 WORSENING");
        assertThat(tail(run, 20, 13)).isEqualTo(run.read());
        assertThat(tail(run, 20, 12)).isNull();
    }

    @Test
    void limits_that_are_not_frozen_yet_or_a_start_among_the_added_values_need_all_values() {
        History young = History.of("9.5 10.5 ".repeat(10)).limitsFromFirst(12);
        assertThat(tail(young, 11, 11)).isNull();
        assertThat(tail(young, 12, 12)).isEqualTo(young.read());
        assertThat(tail(young.from(20, "Start"), 19, 19)).isNull();
        assertThat(tail(young.from(21, "Start"), 19, 19))
                .isEqualTo(young.from(21, "Start").read());
    }

    /** A start in the middle of a period, also of the last older one, takes effect with the next period. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void law_a_tail_reads_like_all_values_in_every_cadence_with_starts_on_any_day(Cadence cadence) {
        Random random = new Random(20251128);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Point> points = new ArrayList<>();
            DateRange period = cadence.periodContaining(LocalDate.parse("2010-01-01"));
            for (int value = 30 + random.nextInt(20); value > 0; value--) {
                points.add(new Point(period, BigDecimal.valueOf(random.nextInt(10))));
                period = cadence.after(period);
            }
            int older = points.size() - 1 - random.nextInt(3);
            DateRange last = points.get(older - 1 + random.nextInt(2)).period();
            List<SegmentStart> starts = random.nextInt(3) == 0
                    ? List.of()
                    : List.of(new SegmentStart(last.from().plusDays(random.nextInt((int) last.days())), "Start"));
            Behaviour all = Behaviours.of(points, starts, 6, Direction.HIGHER_IS_BETTER, cadence);
            Behaviour kept = Behaviours.of(points.subList(0, older), starts, 6, Direction.HIGHER_IS_BETTER, cadence);
            Behaviour tail = new Tail(kept, points.subList(0, 6), points)
                    .read(starts, 6, day -> Direction.HIGHER_IS_BETTER, cadence);
            if (tail != null) {
                read++;
                assertThat(tail).isEqualTo(all);
            }
        }
        assertThat(read).isGreaterThan(600);
    }

    @Test
    void fewer_first_values_than_set_the_limits_say_nothing() {
        History quiet = History.of("9.5 10.5 ".repeat(10)).limitsFromFirst(6);
        Behaviour kept = quiet.first(19).read();
        assertThat(new Tail(kept, quiet.points().subList(0, 5), quiet.points())
                        .read(List.of(), 6, day -> Direction.HIGHER_IS_BETTER, Cadence.DAILY))
                .isNull();
        assertThat(new Tail(kept, quiet.points().subList(0, 6), quiet.points())
                        .read(List.of(), 6, day -> Direction.HIGHER_IS_BETTER, Cadence.DAILY))
                .isEqualTo(quiet.read());
    }

    @Test
    void a_tail_without_values_says_nothing_and_one_without_added_values_says_the_same() {
        History quiet = History.of("9.5 10.5 ".repeat(10)).limitsFromFirst(6);
        assertThat(tail(quiet, 20, 9)).isEqualTo(quiet.read());
        assertThat(tail(quiet, 20, 0)).isNull();
        Tail none = new Tail(
                new Behaviour(Verdict.INSUFFICIENT_DATA, null, null, List.of(), List.of(), null), List.of(), List.of());
        assertThat(none.read(List.of(), 6, day -> Direction.HIGHER_IS_BETTER, Cadence.DAILY))
                .isNull();
    }

    private static @Nullable Behaviour tail(History whole, int older, int length) {
        List<Point> points = whole.points();
        Behaviour kept = whole.first(older).read();
        Segment current = kept.segments().get(kept.segments().size() - 1);
        List<Point> segment = points.stream()
                .filter(it -> !it.period().from().isBefore(current.from()))
                .toList();
        int first = Math.max(points.size() - segment.size(), older - length);
        return new Tail(
                        kept,
                        segment.subList(0, Math.min(segment.size(), whole.baselineSize())),
                        points.subList(first, points.size()))
                .read(whole.starts(), whole.baselineSize(), day -> Direction.HIGHER_IS_BETTER, Cadence.DAILY);
    }
}
