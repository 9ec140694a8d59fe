package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the rules of product.md 3.3 meet each other. The first six values give centre 10, limits 7.34 and 12.66. */
class BehaviourEdgesTest {
    private static final String STEADY = "9.5 10.5 9.5 10.5 9.5 10.5 ";

    @Test
    void twenty_values_set_the_limits_however_many_periods_they_take() {
        String twenty = "9.5 10.5 - ".repeat(9) + "9.5 - - 10.5 ";
        Limits limits = Objects.requireNonNull(History.of(twenty).read().currentLimits());
        assertThat(limits.meanMovingRange()).isEqualByComparingTo("1");
        assertThat(limits.mean()).isEqualByComparingTo("10");
        assertThat(limits.sigma()).isEqualByComparingTo("0.8865248226950354609929078014184397");
        assertThat(History.of(twenty + "99 99").read().currentLimits()).isEqualTo(limits);
    }

    @Test
    void a_segment_that_ends_before_its_twentieth_value_keeps_the_limits_of_those_it_has() {
        Behaviour behaviour = History.of("1 3 1 3 1 3 1 3 1 3 " + "101 102 101 102 101 102 101 102 101 102")
                .from(11, "Re-based")
                .read();
        assertThat(behaviour.segments().stream()
                        .map(it -> it.count() + " around "
                                + Objects.requireNonNull(it.limits()).mean() + " by "
                                + Objects.requireNonNull(it.limits()).meanMovingRange()))
                .containsExactly("10 around 2 by 2", "10 around 101.5 by 1");
        assertThat(behaviour.verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void a_run_of_thirty_that_still_goes_on_is_told_from_its_first_value() {
        History run = History.of(STEADY + "10 " + "10.1 ".repeat(30)).limitsFromFirst(6);
        assertThat(run.signals()).containsExactly("RUN_OF_EIGHT 8-37 IMPROVING");
        assertThat(run.read().since()).isEqualTo(History.day(8));
        assertThat(run.read().proposedRebase()).isEqualTo(History.day(8));
    }

    @Test
    void a_finished_run_counts_while_one_of_its_values_is_among_the_latest_eight() {
        String run = STEADY + "10 " + "10.1 ".repeat(12);
        Behaviour within =
                History.of(run + "10 9.9 10 9.9 10 9.9 10").limitsFromFirst(6).read();
        assertThat(within.verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(within.since()).isEqualTo(History.day(8));
        Behaviour past = History.of(run + "10 9.9 10 9.9 10 9.9 10 9.9")
                .limitsFromFirst(6)
                .read();
        assertThat(past.verdict()).isEqualTo(Verdict.NOISE);
        assertThat(past.signals()).hasSize(1);
    }

    @Test
    void the_latest_eight_are_values_and_not_periods() {
        String spike = STEADY + "12.7 - - - - - 10 9.5 - - 10.5 9.5 - 10.5 9.5 10.5 ";
        assertThat(History.of(spike).limitsFromFirst(6).read().since()).isEqualTo(History.day(7));
        assertThat(History.of(spike + "9.5").limitsFromFirst(6).read().verdict())
                .isEqualTo(Verdict.NOISE);
    }

    @Test
    void windows_near_opposite_limits_may_overlap_and_are_two_signals() {
        assertSignals(
                "10 11.34 11.34 8.66 11.34 8.66 8.66", "THREE_OF_FOUR 8-11 IMPROVING", "THREE_OF_FOUR 10-13 WORSENING");
    }

    @Test
    void a_steady_value_before_three_near_a_limit_does_not_belong_to_them() {
        History near = History.of(STEADY + "10 10 11.34 11.34 11.34").limitsFromFirst(6);
        assertThat(near.signals()).containsExactly("THREE_OF_FOUR 9-11 IMPROVING");
        assertThat(near.read().since()).isEqualTo(History.day(9));
    }

    @Test
    void three_near_a_limit_behind_a_missing_period_are_a_signal_from_the_fourth_value_on() {
        assertSignals("10 - 11.34 11.34 11.34");
        assertSignals("10 - 11.34 11.34 11.34 10", "THREE_OF_FOUR 9-11 IMPROVING");
    }

    @Test
    void a_value_may_be_outside_above_and_its_step_go_down() {
        assertSignals(
                "10 20 13",
                "OUTSIDE_LIMITS 8-8 IMPROVING",
                "RANGE_OUTSIDE_LIMIT 8-8 IMPROVING",
                "OUTSIDE_LIMITS 9-9 IMPROVING",
                "RANGE_OUTSIDE_LIMIT 9-9 WORSENING");
    }

    @Test
    void a_value_at_the_centre_is_on_no_side_even_if_the_centre_has_no_end() {
        History thirds = History.of("1 2 1 2 1 3 2 2 2 2 2 2 2 2").limitsFromFirst(6);
        assertThat(thirds.signals()).containsExactly("RUN_OF_EIGHT 6-14 IMPROVING");
        History exact = History.of("1 2 1 2 1 2 " + "1.5 ".repeat(9)).limitsFromFirst(6);
        assertThat(exact.signals()).isEmpty();
    }

    @Test
    void numbers_of_any_size_are_compared_digit_by_digit() {
        String large = "1" + "0".repeat(38);
        String steady = (large + "09.5 " + large + "10.5 ").repeat(3);
        assertThat(History.of(steady + large + "12.66").limitsFromFirst(6).signals())
                .isEmpty();
        assertThat(History.of(steady + large + "12.6600000000000000000000000000000000000001")
                        .limitsFromFirst(6)
                        .signals())
                .containsExactly("OUTSIDE_LIMITS 7-7 IMPROVING");
    }

    private static void assertSignals(String values, String... signals) {
        assertThat(History.of(STEADY + values).limitsFromFirst(6).signals()).containsExactly(signals);
    }
}
