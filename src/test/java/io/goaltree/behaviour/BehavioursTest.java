package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BehavioursTest {
    /** NIST/SEMATECH e-Handbook 6.3.2.2, flow rate. */
    private static final String NIST = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1";

    /** Mean 10, mean moving range 1, limits 7.34 and 12.66, upper range limit 3.268. */
    private static final String STEADY = "9.5 10.5 9.5 10.5 9.5 10.5";

    @Test
    void the_published_example_gives_its_published_figures_and_no_signal() {
        Behaviour behaviour = History.of(NIST).read();
        Limits limits = Objects.requireNonNull(behaviour.currentLimits());
        assertRounded(limits.mean(), "50.810000");
        assertRounded(limits.meanMovingRange(), "1.877778");
        assertRounded(limits.lower(), "45.815111");
        assertRounded(limits.upper(), "55.804889");
        assertRounded(limits.upperRange(), "6.136578");
        assertRounded(limits.sigma(), "1.664697");
        assertThat(behaviour)
                .isEqualTo(new Behaviour(
                        Verdict.NOISE,
                        null,
                        null,
                        List.of(new Segment(History.day(1), History.day(10), 10, limits, "First value")),
                        List.of(),
                        null));
    }

    @Test
    void six_values_are_enough_and_five_are_not() {
        Behaviour five = History.of("9.5 10.5 9.5 10.5 99").read();
        assertThat(five)
                .isEqualTo(new Behaviour(
                        Verdict.INSUFFICIENT_DATA,
                        null,
                        null,
                        List.of(new Segment(History.day(1), History.day(5), 5, null, "First value")),
                        List.of(),
                        null));
        assertThat(five.currentLimits()).isNull();
        assertThat(History.of(STEADY).read().verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void no_value_at_all_is_no_segment() {
        assertThat(Behaviours.of(List.of(), List.of(), 20, Direction.HIGHER_IS_BETTER, Cadence.DAILY))
                .isEqualTo(new Behaviour(Verdict.INSUFFICIENT_DATA, null, null, List.of(), List.of(), null));
    }

    @Test
    void values_without_a_single_neighbour_have_no_limits() {
        Behaviour scattered = History.of("9 - 10 - 9 - 10 - 9 - 10 - 9").read();
        assertThat(scattered.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(scattered.segments().get(0).count()).isEqualTo(7);
        assertThat(scattered.segments().get(0).limits()).isNull();
    }

    @Test
    void no_moving_range_is_bridged_over_a_missing_period() {
        Limits limits = Objects.requireNonNull(
                History.of("9.5 10.5 9.5 - 20 21 20").read().currentLimits());
        assertThat(limits.meanMovingRange()).isEqualByComparingTo("1");
        assertRounded(limits.mean(), "15.083333");
    }

    @Test
    void limits_are_frozen_at_the_first_values_of_the_segment() {
        Limits frozen = Objects.requireNonNull(
                History.of(STEADY).limitsFromFirst(6).read().currentLimits());
        Behaviour later =
                History.of(STEADY + " 12 8 30 10 10").limitsFromFirst(6).read();
        assertThat(later.currentLimits()).isEqualTo(frozen);
        assertThat(later.segments().get(0).count()).isEqualTo(11);
        assertThat(History.of(STEADY + " 12").read().currentLimits()).isNotEqualTo(frozen);
        assertThat(History.of(STEADY + " 10.5 9.5 ".repeat(7) + STEADY + " 30")
                        .read()
                        .currentLimits())
                .isEqualTo(History.of(STEADY + " 10.5 9.5 ".repeat(7)).read().currentLimits());
    }

    @Test
    void a_verdict_looks_at_the_latest_eight_values_and_says_since_when() {
        History spike =
                History.of(STEADY + " 12.7 10 9.5 10.5 9.5 10.5 9.5 10.5").limitsFromFirst(6);
        assertThat(spike.signals()).containsExactly("OUTSIDE_LIMITS 7-7 IMPROVING");
        assertThat(spike.read().verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(spike.read().since()).isEqualTo(History.day(7));
        assertThat(spike.read().direction()).isEqualTo(SignalDirection.IMPROVING);
        Behaviour oneLater = History.of(STEADY + " 12.7 10 9.5 10.5 9.5 10.5 9.5 10.5 9.5")
                .limitsFromFirst(6)
                .read();
        assertThat(oneLater.signals()).hasSize(1);
        assertThat(oneLater.verdict()).isEqualTo(Verdict.NOISE);
        assertThat(oneLater.since()).isNull();
        assertThat(oneLater.direction()).isNull();
    }

    @Test
    void since_is_the_beginning_of_the_earliest_of_several_signals() {
        Behaviour behaviour = History.of(STEADY + " 10.1 10.1 10.1 10.1 10.1 10.1 10.1 10.1 7.3")
                .limitsFromFirst(6)
                .read();
        assertThat(behaviour.signals())
                .extracting(Signal::rule)
                .containsExactly(SignalRule.RUN_OF_EIGHT, SignalRule.OUTSIDE_LIMITS);
        assertThat(behaviour.since()).isEqualTo(History.day(6));
        assertThat(behaviour.direction()).isEqualTo(SignalDirection.IMPROVING);
    }

    @Test
    void a_new_segment_has_limits_of_its_own_and_no_signal_at_its_edge() {
        String moved = STEADY + " 109.5 110.5 109.5 110.5 109.5 110.5";
        assertThat(History.of(moved).limitsFromFirst(6).read().verdict()).isEqualTo(Verdict.SIGNAL);
        Behaviour redefined = History.of(moved).from(7, "Counted otherwise").read();
        assertThat(redefined.verdict()).isEqualTo(Verdict.NOISE);
        assertThat(redefined.signals()).isEmpty();
        assertThat(redefined.segments())
                .extracting(Segment::reason)
                .containsExactly("First value", "Counted otherwise");
        assertThat(redefined.segments())
                .extracting(it -> Objects.requireNonNull(it.limits())
                        .mean()
                        .stripTrailingZeros()
                        .toPlainString())
                .containsExactly("10", "110");
        assertThat(redefined.segments().get(1).from()).isEqualTo(History.day(7));
        assertThat(redefined.segments().get(0).to()).isEqualTo(History.day(6));
    }

    @Test
    void an_old_segment_keeps_its_limits_and_signals_while_the_new_one_is_too_young() {
        Behaviour behaviour = History.of(STEADY + " 12.7 50 51 50")
                .limitsFromFirst(6)
                .from(8, "Moved")
                .read();
        assertThat(behaviour.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(behaviour.since()).isNull();
        assertThat(behaviour.signals()).hasSize(1);
        assertThat(behaviour.segments().get(0).limits()).isNotNull();
        assertThat(behaviour.segments().get(1))
                .isEqualTo(new Segment(History.day(8), History.day(10), 3, null, "Moved"));
    }

    @Test
    void starts_without_values_form_no_segment_and_of_two_on_one_day_the_later_holds() {
        Behaviour behaviour = History.of(STEADY)
                .from(40, "Not yet")
                .from(-5, "Early")
                .from(1, "First")
                .from(1, "Second")
                .read();
        assertThat(behaviour.segments()).extracting(Segment::reason).containsExactly("Second");
    }

    @Test
    void a_start_within_a_period_takes_effect_with_the_next() {
        List<Point> weeks = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            weeks.add(new Point(
                    Cadence.WEEKLY.periodContaining(
                            LocalDate.parse("2025-01-06").plusWeeks(week)),
                    BigDecimal.ONE));
        }
        List<SegmentStart> wednesday = List.of(new SegmentStart(LocalDate.parse("2025-01-15"), "New source"));
        assertThat(Behaviours.of(weeks, wednesday, 20, Direction.HIGHER_IS_BETTER, Cadence.WEEKLY)
                        .segments())
                .extracting(Segment::from)
                .containsExactly(LocalDate.parse("2025-01-06"), LocalDate.parse("2025-01-20"));
    }

    @Test
    void a_new_segment_is_proposed_at_the_first_point_of_a_run() {
        String run = " 10 10.1 10.1 10.1 10.1 10.1 10.1 10.1 10.1";
        assertThat(History.of(STEADY + run).limitsFromFirst(6).read().proposedRebase())
                .isEqualTo(History.day(8));
        assertThat(History.of(STEADY + run + " 9.9 10 9.9 10 9.9 10 9.9")
                        .limitsFromFirst(6)
                        .read()
                        .proposedRebase())
                .isEqualTo(History.day(8));
        assertThat(History.of(STEADY + run + " 9.9 10 9.9 10 9.9 10 9.9 10")
                        .limitsFromFirst(6)
                        .read()
                        .proposedRebase())
                .isNull();
        assertThat(History.of(STEADY + " 12.7").limitsFromFirst(6).read().proposedRebase())
                .isNull();
    }

    @Test
    void of_two_runs_only_the_one_that_shows_in_the_latest_values_is_proposed() {
        String runs = " 10 10.1 10.1 10.1 10.1 10.1 10.1 10.1 10.1 10.1" + " 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9";
        Behaviour behaviour = History.of(STEADY + runs).limitsFromFirst(6).read();
        assertThat(behaviour.signals()).hasSize(2);
        assertThat(behaviour.proposedRebase()).isEqualTo(History.day(17));
        assertThat(behaviour.since()).isEqualTo(History.day(17));
        assertThat(behaviour.direction()).isEqualTo(SignalDirection.WORSENING);
    }

    @Test
    void nothing_is_proposed_where_the_segment_begins_anyway() {
        Behaviour behaviour =
                History.of("11 11 11 11 11 11 11 11 9 9 9 9 9 9 9").read();
        assertThat(behaviour.signals()).extracting(Signal::rule).contains(SignalRule.RUN_OF_EIGHT);
        assertThat(behaviour.proposedRebase()).isNull();
    }

    @Test
    void values_out_of_order_and_a_baseline_too_small_are_refused() {
        List<Point> points = new ArrayList<>(History.of("1 2").points());
        points.add(points.get(1));
        assertThatThrownBy(() -> Behaviours.of(points, List.of(), 20, Direction.HIGHER_IS_BETTER, Cadence.DAILY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Period 2025-01-02 comes after 2025-01-02; periods must be in order, each once");
        assertThatThrownBy(() -> History.of(STEADY).limitsFromFirst(5).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Baseline is 5 values; it must be at least 6");
    }

    private static void assertRounded(BigDecimal actual, String expected) {
        assertThat(actual.setScale(6, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(expected));
    }
}
