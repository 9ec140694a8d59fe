package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final DateRange APRIL = range("2025-04-01", "2025-04-30");
    private static final LocalDate HALF_TIME = LocalDate.parse("2025-04-15");
    private static final LocalDate DAY_BEFORE = LocalDate.parse("2025-03-31");
    private static final PaceLimits LIMITS = PaceLimits.standard();

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 0",
        "2025-03-30, 0",
        "2025-03-31, 0",
        "2025-04-01, 0.0333333333333333333333333333333333",
        "2025-04-15, 0.5",
        "2025-04-29, 0.9666666666666666666666666666666667",
        "2025-04-30, 1",
        "2025-05-01, 1",
        "2026-01-01, 1"
    })
    void expected_counts_both_ends_and_stays_a_share(LocalDate today, BigDecimal expected) {
        assertThat(Pace.expected(APRIL, today).setScale(34, RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest(name = "ratio {0} at half time is {1}")
    @CsvSource({
        "-0.5, AT_RISK",
        "0, AT_RISK",
        "0.17, AT_RISK",
        "0.1700000000000000000000000000000001, BEHIND",
        "0.335, BEHIND",
        "0.3350000000000000000000000000000001, ON_TRACK",
        "0.9999999999999999999999999999999999, ON_TRACK",
        "1, ACHIEVED",
        "1.00, ACHIEVED",
        "1.7, ACHIEVED"
    })
    void the_gap_decides_and_a_gap_equal_to_a_limit_has_passed_it(BigDecimal raw, ProgressStatus status) {
        assertThat(Pace.status(APRIL, HALF_TIME, Score.of(raw), LIMITS)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.199999, ON_TRACK", "0.5, 0.2, ON_TRACK", "0.2, 0.3, BEHIND", "0.1, 0.3, AT_RISK"})
    void the_limits_are_settings(BigDecimal behind, BigDecimal raw, ProgressStatus status) {
        PaceLimits limits = new PaceLimits(behind, behind.add(new BigDecimal("0.05")));
        assertThat(Pace.status(APRIL, HALF_TIME, Score.of(raw), limits)).isEqualTo(status);
    }

    @Test
    void a_gap_of_exactly_a_limit_is_not_lost_when_the_expected_ratio_is_a_third() {
        LocalDate tenthDay = LocalDate.parse("2025-04-10");
        Score oneThreeHundredth = Score.of(Reach.raw(decimal("0"), decimal("300"), decimal("1")));
        assertThat(Pace.status(APRIL, tenthDay, oneThreeHundredth, LIMITS)).isEqualTo(ProgressStatus.AT_RISK);
    }

    @Test
    void before_the_first_day_nothing_is_started_whatever_the_score() {
        assertThat(Pace.status(APRIL, DAY_BEFORE, Score.of(decimal("1")), LIMITS))
                .isEqualTo(ProgressStatus.NOT_STARTED);
        assertThat(Pace.status(APRIL, DAY_BEFORE, Score.notMeasured(), LIMITS)).isEqualTo(ProgressStatus.NOT_STARTED);
        assertThat(Pace.status(APRIL, APRIL.from(), Score.of(decimal("0")), LIMITS))
                .isEqualTo(ProgressStatus.ON_TRACK);
    }

    @Test
    void without_coverage_nothing_is_measured_even_with_a_ratio() {
        Score membersWithoutValues = new Score(decimal("0"), decimal("0"), decimal("0"));
        assertThat(Pace.status(APRIL, HALF_TIME, membersWithoutValues, LIMITS)).isEqualTo(ProgressStatus.NOT_MEASURED);
        assertThat(Pace.status(APRIL, HALF_TIME, Score.notMeasured(), LIMITS)).isEqualTo(ProgressStatus.NOT_MEASURED);
        Score hardlyMeasured = new Score(decimal("0"), decimal("0"), decimal("0.01"));
        assertThat(Pace.status(APRIL, HALF_TIME, hardlyMeasured, LIMITS)).isEqualTo(ProgressStatus.AT_RISK);
    }

    @ParameterizedTest
    @CsvSource({"2025-04-30", "2025-12-31"})
    void at_the_end_and_after_it_all_is_expected(LocalDate today) {
        assertThat(Pace.status(APRIL, today, Score.of(decimal("0.67")), LIMITS)).isEqualTo(ProgressStatus.AT_RISK);
        assertThat(Pace.status(APRIL, today, Score.of(decimal("0.835")), LIMITS))
                .isEqualTo(ProgressStatus.BEHIND);
        assertThat(Pace.status(APRIL, today, Score.of(decimal("0.8351")), LIMITS))
                .isEqualTo(ProgressStatus.ON_TRACK);
    }

    @Test
    void a_hold_is_on_track_while_the_newest_value_is_in_range() {
        Score low = Score.of(decimal("0.1"));
        assertThat(Pace.holdStatus(APRIL, HALF_TIME, low, true)).isEqualTo(ProgressStatus.ON_TRACK);
        assertThat(Pace.holdStatus(APRIL, APRIL.from(), low, true)).isEqualTo(ProgressStatus.ON_TRACK);
        assertThat(Pace.holdStatus(APRIL, HALF_TIME, Score.of(decimal("0.9")), false))
                .isEqualTo(ProgressStatus.AT_RISK);
    }

    @Test
    void a_hold_is_never_achieved() {
        assertThat(Pace.holdStatus(APRIL, LocalDate.parse("2025-04-30"), Score.of(decimal("1")), true))
                .isEqualTo(ProgressStatus.ON_TRACK);
    }

    @Test
    void a_hold_may_be_not_started_or_not_measured() {
        assertThat(Pace.holdStatus(APRIL, DAY_BEFORE, Score.of(decimal("1")), true))
                .isEqualTo(ProgressStatus.NOT_STARTED);
        assertThat(Pace.holdStatus(APRIL, HALF_TIME, Score.notMeasured(), true)).isEqualTo(ProgressStatus.NOT_MEASURED);
    }

    @Test
    void the_standard_limits_are_those_of_the_product() {
        assertThat(PaceLimits.standard().behind()).isEqualByComparingTo("0.165");
        assertThat(PaceLimits.standard().atRisk()).isEqualByComparingTo("0.33");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.33", "-0.1, 0.33", "0.33, 0.330", "0.34, 0.33", "0.5, 1.01"})
    void limits_out_of_order_are_refused(BigDecimal behind, BigDecimal atRisk) {
        assertThatThrownBy(() -> new PaceLimits(behind, atRisk))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Pace limits are " + behind + " and " + atRisk + "; they must be 0 < behind < at risk <= 1");
    }

    @Test
    void limits_may_touch_one() {
        assertThat(new PaceLimits(decimal("0.999"), decimal("1.0")).atRisk()).isEqualByComparingTo("1");
    }

    @Test
    void law_expected_never_goes_back_and_gains_the_same_every_day_of_the_cycle() {
        BigDecimal before = BigDecimal.ZERO;
        for (LocalDate day = DAY_BEFORE; day.isBefore(LocalDate.parse("2025-05-04")); day = day.plusDays(1)) {
            BigDecimal expected = Pace.expected(APRIL, day);
            BigDecimal gained = APRIL.contains(day) ? BigDecimal.ONE : BigDecimal.ZERO;
            assertThat(expected.subtract(before).multiply(new BigDecimal("30")).setScale(30, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(gained);
            before = expected;
        }
        assertThat(before).isEqualByComparingTo("1");
    }

    @Test
    void law_more_progress_never_worsens_the_status_and_more_days_never_improve_it() {
        Random random = new Random(20250412);
        for (int i = 0; i < 1_000; i++) {
            LocalDate today = APRIL.from().plusDays(random.nextInt(28));
            BigDecimal raw = Samples.decimal(random, 1, 3);
            ProgressStatus status = Pace.status(APRIL, today, Score.of(raw), LIMITS);
            ProgressStatus further = Pace.status(APRIL, today, Score.of(raw.add(decimal("0.1"))), LIMITS);
            ProgressStatus later = Pace.status(APRIL, today.plusDays(2), Score.of(raw), LIMITS);
            assertThat(severity(further)).isLessThanOrEqualTo(severity(status));
            assertThat(severity(later)).isGreaterThanOrEqualTo(severity(status));
        }
    }

    private static int severity(ProgressStatus status) {
        return status == ProgressStatus.ACHIEVED ? 0 : status.ordinal();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static DateRange range(String first, String last) {
        return DateRange.inclusive(LocalDate.parse(first), LocalDate.parse(last));
    }
}
