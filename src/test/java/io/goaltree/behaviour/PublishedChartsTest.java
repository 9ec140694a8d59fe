package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Charts that others have published, to the digits they printed; where each comes from stands in
 * {@code src/docs/behaviour.md}. Only the numbers are theirs.
 */
class PublishedChartsTest {

    /** Wheeler, Making Sense of Data, p. 382: "data set to use when verifying software". */
    @Test
    void wheelers_set_for_verifying_software() {
        History history = History.of("5045 4350 4350 3975 4290 4430 4485 4285 3980 3925 3645 3760 3300 3685 3463 5200");
        assertLimits(history, "4135.50", "355.93", "3188.72", "5082.28", "1163.19");
        assertThat(history.signals())
                .containsExactly("OUTSIDE_LIMITS 16-16 IMPROVING", "RANGE_OUTSIDE_LIMIT 16-16 IMPROVING");
    }

    /** Wheeler, Making Sense of Data, table 9.1. */
    @Test
    void wheelers_accident_rates_of_two_groups() {
        History first = History.of("43 40 37 33 30 33 34 35 29 33 31 39");
        assertLimits(first, null, null, "25.6", "43.9", null);
        assertThat(first.signals()).isEmpty();
        History second = History.of("35 37 33 32 27 29 31 22 25 30 24 19");
        assertLimits(second, null, null, "18.0", "39.3", null);
        assertThat(second.signals()).isEmpty();
    }

    /**
     * Wheeler, Making Sense of Data, table 9.2, limits of year one. The fourteenth value, 60.7, lies beyond the limit of
     * 60.681 and is marked in the book; against the printed limit, 60.7, it would not be.
     */
    @Test
    void wheelers_accounts_receivable_against_the_limits_of_the_first_year() {
        History history = History.of("55.6 54.7 54.9 54.8 56.9 55.7 53.8 54.8 53.4 57.0 59.4 63.2 "
                        + "60.9 60.7 58.6 57.3 56.9 58.1 58.3 50.9 53.3 52.5 50.8 52.9")
                .limitsFromFirst(12);
        assertLimits(history, null, null, null, "60.7", null);
        assertThat(history.signals())
                .containsExactly(
                        "RUN_OF_EIGHT 10-19 IMPROVING",
                        "THREE_OF_FOUR 11-15 IMPROVING",
                        "OUTSIDE_LIMITS 12-12 IMPROVING",
                        "OUTSIDE_LIMITS 13-13 IMPROVING",
                        "OUTSIDE_LIMITS 14-14 IMPROVING",
                        "OUTSIDE_LIMITS 20-20 WORSENING",
                        "THREE_OF_FOUR 20-24 WORSENING",
                        "RANGE_OUTSIDE_LIMIT 20-20 WORSENING",
                        "OUTSIDE_LIMITS 23-23 WORSENING");
        assertThat(history.read().since()).isEqualTo(History.day(10));
        assertThat(history.read().proposedRebase()).isEqualTo(History.day(10));
    }

    /** Wheeler, Making Sense of Data, table 8.1; the run is the published signal. */
    @Test
    void wheelers_high_school_seniors_who_smoke() {
        assertThat(History.of("21.3 20.2 20.9 21.0 18.8 19.6 18.7 18.6 18.1 18.9 19.2 18.2 17.3 19.0")
                        .signals())
                .containsExactly("THREE_OF_FOUR 1-4 IMPROVING", "RUN_OF_EIGHT 7-14 WORSENING");
    }

    /** Wheeler, Making Sense of Data, p. 130; its limits, of rounded means, are 43.7 and 322.5, ranges to 171.3. */
    @Test
    void wheelers_peak_flow_rates() {
        History history = History.of("120 140 100 150 260 150 100 120 300 300 275 300 140 170 150 150 190 180");
        assertLimits(history, "183.1", "52.4", "43.8", "322.3", "171.1");
        assertThat(history.signals())
                .containsExactly("THREE_OF_FOUR 9-12 IMPROVING", "RANGE_OUTSIDE_LIMIT 9-9 IMPROVING");
    }

    /**
     * Montgomery and Runger, Applied Statistics and Probability for Engineers, table 16-3: 99.1, 2.59, 92.21 and 105.99,
     * the limits being made of the rounded means (99.1 -/+ 3 * 2.59 / 1.128).
     */
    @Test
    void montgomery_and_rungers_chemical_concentration() {
        History history = History.of("102.0 94.8 98.3 98.4 102.0 98.5 99.0 97.7 100.0 98.1 "
                + "101.3 98.7 101.1 98.4 97.0 96.7 100.3 101.4 97.2 101.0");
        assertLimits(history, "99.1", "2.59", "92.21", "105.98", null);
        assertThat(history.signals()).isEmpty();
    }

    /** Minitab's example of an I-MR chart: test 1 fails at 8, no moving range is out. */
    @Test
    void minitabs_detergent_batches() {
        assertThat(History.of("6.05 5.99 6.11 6.13 5.87 6.05 6.23 6.49 6.15 5.89 5.87 5.99 6.07 "
                                + "6.17 5.86 6.07 6.01 5.87 5.66 5.58 5.62 5.89 6.02 5.93 6.05")
                        .limitsFromFirst(25)
                        .signals())
                .containsExactly("OUTSIDE_LIMITS 8-8 IMPROVING", "THREE_OF_FOUR 19-21 WORSENING");
    }

    /**
     * The example of the Python package spc_plotly, which names whole windows of four (11 to 15, 28 to 32) where we name
     * the values in them that are near the limit.
     */
    @Test
    void the_example_of_spc_plotly() {
        History history = History.of("2478 2350 2485 2296 2359 2567 3089 2668 1788 2854 2365 1883 1959 1927 2640 2626 "
                        + "2144 2409 4412 3287 3049 3364 3078 2972 3415 2753 3102 2191 3693 4385 4699 3031 2659 3885 "
                        + "2628 2621 3071 2002")
                .limitsFromFirst(38);
        assertLimits(history, "2820.631579", "571.891892", "1299.399147", "4341.864011", "1868.942703");
        assertThat(history.signals())
                .containsExactly(
                        "RUN_OF_EIGHT 11-18 WORSENING",
                        "THREE_OF_FOUR 12-14 WORSENING",
                        "OUTSIDE_LIMITS 19-19 IMPROVING",
                        "RANGE_OUTSIDE_LIMIT 19-19 IMPROVING",
                        "THREE_OF_FOUR 29-31 IMPROVING",
                        "OUTSIDE_LIMITS 30-30 IMPROVING",
                        "OUTSIDE_LIMITS 31-31 IMPROVING");
    }

    private static void assertLimits(
            History history, String mean, String meanMovingRange, String lower, String upper, String upperRange) {
        Limits limits = Objects.requireNonNull(history.read().currentLimits());
        assertRounded(limits.mean(), mean);
        assertRounded(limits.meanMovingRange(), meanMovingRange);
        assertRounded(limits.lower(), lower);
        assertRounded(limits.upper(), upper);
        assertRounded(limits.upperRange(), upperRange);
    }

    /** Null stands for a figure that its source does not print. */
    private static void assertRounded(BigDecimal actual, String printed) {
        if (printed != null) {
            BigDecimal expected = new BigDecimal(printed);
            assertThat(actual.setScale(expected.scale(), RoundingMode.HALF_UP)).isEqualTo(expected);
        }
    }
}
