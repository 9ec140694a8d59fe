package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on both sides of its edge. The first six values give centre 10, limits 7.34 and 12.66, ranges to 3.268. */
class SignalRulesTest {
    private static final String STEADY = "9.5 10.5 9.5 10.5 9.5 10.5 ";

    @Test
    void a_value_on_a_limit_is_inside_and_one_beyond_is_not() {
        assertSignals("10 12.66");
        assertSignals("10 12.6600001", "OUTSIDE_LIMITS 8-8 IMPROVING");
        assertSignals("10 7.34");
        assertSignals("10 7.3399999", "OUTSIDE_LIMITS 8-8 WORSENING");
    }

    /** Mean 10/3 and mean range 1/3 have no end, their limit 10/3 + 2.66/3 = 4.22 has: rounded it would be passed. */
    @Test
    void a_limit_made_of_endless_quotients_is_met_exactly() {
        String thirds = "3 3.5 - 3 3.25 - 3.5 3.75 - ";
        assertThat(History.of(thirds + "4.22").limitsFromFirst(6).signals()).isEmpty();
        assertThat(History.of(thirds + "4.22000000000000000000000000000000001")
                        .limitsFromFirst(6)
                        .signals())
                .containsExactly("OUTSIDE_LIMITS 10-10 IMPROVING");
    }

    @Test
    void a_step_as_long_as_the_upper_range_limit_is_no_signal_and_a_longer_one_shows_in_the_later_period() {
        assertSignals("9 12.268");
        assertSignals("9 12.2680001", "RANGE_OUTSIDE_LIMIT 8-8 IMPROVING");
        assertSignals("12.2680001 9", "RANGE_OUTSIDE_LIMIT 8-8 WORSENING");
    }

    @Test
    void eight_on_one_side_are_a_run_and_seven_are_not() {
        assertSignals("10 9.9 9.9 9.9 9.9 9.9 9.9 9.9");
        assertSignals("10 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9", "RUN_OF_EIGHT 8-15 WORSENING");
    }

    @Test
    void a_longer_run_is_one_signal_and_goes_on() {
        assertSignals("10 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9 10.1", "RUN_OF_EIGHT 8-17 WORSENING");
    }

    @Test
    void a_value_on_the_centre_ends_a_run() {
        assertSignals("10 9.9 9.9 9.9 9.9 9.9 9.9 9.9 10 9.9 9.9 9.9 9.9 9.9 9.9 9.9");
        assertSignals("10 10 10 10 10 10 10 10 10 10");
    }

    @Test
    void a_missing_period_ends_a_run() {
        assertSignals("10 9.9 9.9 9.9 9.9 - 9.9 9.9 9.9 9.9");
    }

    @ParameterizedTest
    @CsvSource({"HIGHER_IS_BETTER, WORSENING", "LOWER_IS_BETTER, IMPROVING", "WITHIN_RANGE, NEUTRAL"})
    void the_direction_of_the_kpi_says_what_down_means(Direction better, SignalDirection meaning) {
        History down = History.of(STEADY + "10 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9").limitsFromFirst(6);
        assertThat(down.better(better).signals()).containsExactly("RUN_OF_EIGHT 8-15 " + meaning);
        assertThat(down.better(better).read().direction()).isEqualTo(meaning);
    }

    /** Half-way between centre and upper limit is 11.33. */
    @Test
    void three_of_four_must_be_nearer_to_the_limit_than_to_the_centre() {
        assertSignals("10 11.34 11.34 11.34", "THREE_OF_FOUR 8-10 IMPROVING");
        assertSignals("10 11.34 11.33 10 11.34");
        assertSignals("10 11.34 10 11.34 11.34", "THREE_OF_FOUR 8-11 IMPROVING");
        assertSignals("10 11.34 10 11.34 10 11.34");
        assertSignals("10 8.66 8.66 8.66", "THREE_OF_FOUR 8-10 WORSENING");
    }

    @Test
    void three_of_four_must_be_near_the_same_limit() {
        assertSignals("10 11.34 8.66 11.34 8.66");
    }

    @Test
    void three_of_four_need_four_neighbours() {
        assertSignals("10 - 11.34 11.34 11.34");
        assertSignals("10 - 11.34 11.34 - 11.34 11.34");
        assertSignals("10 - 11.34 11.34 11.34 10", "THREE_OF_FOUR 9-11 IMPROVING");
    }

    @Test
    void windows_that_overlap_are_one_signal_and_others_are_two() {
        assertSignals("10 11.34 11.34 11.34 10 11.34 11.34", "THREE_OF_FOUR 8-13 IMPROVING");
        assertSignals("10 11.34 11.34 10 11.34 10 11.34 11.34", "THREE_OF_FOUR 8-14 IMPROVING");
        assertSignals(
                "10 11.34 11.34 11.34 10 10 10 11.34 11.34 11.34",
                "THREE_OF_FOUR 8-10 IMPROVING",
                "THREE_OF_FOUR 14-16 IMPROVING");
    }

    @Test
    void when_nothing_ever_moved_every_change_is_outside_and_nothing_is_near() {
        assertThat(History.of("5 5 5 5 5 5 5 6 5").limitsFromFirst(6).signals())
                .containsExactly(
                        "OUTSIDE_LIMITS 8-8 IMPROVING",
                        "RANGE_OUTSIDE_LIMIT 8-8 IMPROVING",
                        "RANGE_OUTSIDE_LIMIT 9-9 WORSENING");
        assertThat(History.of("5 5 5 5 5 5 5 6 6 6 6").limitsFromFirst(6).signals())
                .noneMatch(signal -> signal.startsWith("THREE_OF_FOUR"));
    }

    private static void assertSignals(String values, String... signals) {
        assertThat(History.of(STEADY + values).limitsFromFirst(6).signals()).containsExactly(signals);
    }
}
