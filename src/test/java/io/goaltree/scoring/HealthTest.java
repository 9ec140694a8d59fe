package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    @ParameterizedTest
    @CsvSource({
        "3.69, UNHEALTHY",
        "3.7, WARNING",
        "3.99, WARNING",
        "4.00, HEALTHY",
        "5.00, HEALTHY",
        "5.01, WARNING",
        "5.30, WARNING",
        "5.3000000001, UNHEALTHY"
    })
    void in_range_then_tolerance_then_unhealthy(BigDecimal newest, KpiHealth health) {
        assertThat(Health.of(newest, limits("4", "5", "0.3"))).isEqualTo(health);
    }

    @Test
    void an_open_side_is_always_healthy() {
        assertThat(Health.of(decimal("-1000000"), limits(null, "5", "0"))).isEqualTo(KpiHealth.HEALTHY);
        assertThat(Health.of(decimal("1000000"), limits("4", null, "0"))).isEqualTo(KpiHealth.HEALTHY);
    }

    @Test
    void a_tolerance_of_zero_leaves_no_warning() {
        assertThat(Health.of(decimal("5"), limits("4", "5", "0"))).isEqualTo(KpiHealth.HEALTHY);
        assertThat(Health.of(decimal("5.01"), limits("4", "5", "0"))).isEqualTo(KpiHealth.UNHEALTHY);
    }

    @Test
    void without_a_range_health_is_undefined_and_never_healthy() {
        assertThat(Health.of(decimal("4.5"), null)).isEqualTo(KpiHealth.UNDEFINED);
    }

    @Test
    void without_a_value_there_is_no_data_with_or_without_a_range() {
        assertThat(Health.of(null, limits("4", "5", "0"))).isEqualTo(KpiHealth.NO_DATA);
        assertThat(Health.of(null, null)).isEqualTo(KpiHealth.NO_DATA);
    }

    @Test
    void a_negative_tolerance_is_refused() {
        assertThatThrownBy(() -> limits("4", "5", "-0.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tolerance is -0.01; it must be 0 or more");
    }

    @ParameterizedTest(name = "{0}, newest {1}, grace {2}: fresh on {3}")
    @CsvSource({
        "DAILY,     2025-08-04, 0, 2025-08-05",
        "DAILY,     2025-08-04, 1, 2025-08-06",
        "WEEKLY,    2025-08-06, 0, 2025-08-17",
        "WEEKLY,    2025-08-06, 2, 2025-08-19",
        "MONTHLY,   2025-01-31, 0, 2025-02-28",
        "MONTHLY,   2025-01-31, 5, 2025-03-05",
        "QUARTERLY, 2025-11-15, 10, 2026-04-10"
    })
    void a_value_is_stale_from_the_day_after_the_next_period_and_the_grace(
            Cadence cadence, LocalDate dayOfNewest, int graceDays, LocalDate lastFreshDay) {
        DateRange newest = cadence.periodContaining(dayOfNewest);
        assertThat(Health.isStale(newest, cadence, graceDays, lastFreshDay)).isFalse();
        assertThat(Health.isStale(newest, cadence, graceDays, lastFreshDay.plusDays(1)))
                .isTrue();
    }

    @Test
    void a_period_that_has_not_ended_is_not_stale() {
        DateRange week = Cadence.WEEKLY.periodContaining(LocalDate.parse("2025-08-06"));
        assertThat(Health.isStale(week, Cadence.WEEKLY, 0, week.from())).isFalse();
    }

    @Test
    void without_a_value_nothing_is_stale() {
        assertThat(Health.isStale(null, Cadence.DAILY, 0, LocalDate.parse("2025-08-04")))
                .isFalse();
    }

    @Test
    void a_negative_grace_is_refused_with_or_without_a_value() {
        assertThatThrownBy(() -> Health.isStale(null, Cadence.DAILY, -1, LocalDate.parse("2025-08-04")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Grace is -1 days; it must be 0 or more");
    }

    @Test
    void law_a_change_of_unit_changes_no_health() {
        Random random = new Random(20250413);
        for (int i = 0; i < 1_000; i++) {
            BigDecimal value = Samples.decimal(random, 10, 2);
            BigDecimal lower = Samples.decimal(random, 5, 2);
            BigDecimal upper = lower.add(Samples.positive(random, 3, 2));
            BigDecimal tolerance = Samples.positive(random, 3, 2);
            BigDecimal scale = Samples.positive(random, 50, 3);
            HealthyRangeLimits here = new HealthyRangeLimits(new Band(lower, upper), tolerance);
            HealthyRangeLimits there = new HealthyRangeLimits(
                    new Band(lower.multiply(scale), upper.multiply(scale)), tolerance.multiply(scale));
            assertThat(Health.of(value.multiply(scale), there)).isEqualTo(Health.of(value, here));
        }
    }

    private static HealthyRangeLimits limits(String lower, String upper, String tolerance) {
        return new HealthyRangeLimits(new Band(decimal(lower), decimal(upper)), decimal(tolerance));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
