package io.goaltree.tree;

import static io.goaltree.GraphQl.input;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock stands on 2026-11-22, 39 days before the cycle's last day, 2026-12-31. */
@QuarkusTest
class ForecastTest extends ApiTest {
    /** NIST/SEMATECH e-Handbook 6.3.2.2: mean 50.81, natural limits 45.815111 and 55.804889, no signal. */
    private static final Object[] NIST = {"49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"
    };

    @Inject
    Sql sql;

    private String cycle;
    private Goal goal;

    @BeforeEach
    void anObjective() {
        cycle = world.cycle();
        goal = world.objective(cycle);
    }

    @Test
    void a_straight_line_goes_on_to_the_last_day_of_the_cycle() {
        Measured measured = goal.reach(0, 200)
                .value(10, "2026-11-01T08:00:00Z")
                .value(99, "2026-11-02T08:00:00Z")
                .value(12, "2026-11-02T20:00:00Z")
                .value(14, "2026-11-03T08:00:00Z");
        assertThat(forecast(measured))
                .isEqualTo(forecast(0.65, "130", "130", "130", "2", "4.769230769", "LINEAR", null));
    }

    @Test
    void a_line_through_scattered_values_has_a_wide_interval() {
        Measured measured = goal.reach(0, 100)
                .value(10, "2026-11-01T08:00:00Z")
                .value(20, "2026-11-02T08:00:00Z")
                .value(40, "2026-11-03T08:00:00Z");
        assertThat(forecast(measured))
                .isEqualTo(forecast(
                        1.0, "908.3333333", "-1256.594991", "3073.261657", "15", "1.538461538", "LINEAR", null));
    }

    @Test
    void fewer_than_three_days_are_too_few() {
        Measured measured = goal.reach(0, 100);
        assertThat(forecast(measured)).containsEntry("basis", "INSUFFICIENT_DATA");
        measured.value(1, "2026-11-01T08:00:00Z")
                .value(2, "2026-11-02T08:00:00Z")
                .value(3, "2026-11-02T09:00:00Z");
        Map<String, Object> forecast = forecast(measured);
        assertThat(forecast).containsEntry("basis", "INSUFFICIENT_DATA").containsEntry("value", null);
        assertThat((String) forecast.get("reason")).contains("2 days");
    }

    @Test
    void what_has_no_value_to_arrive_at_has_no_forecast_and_a_reason() {
        none(goal.hold(1, 2, "WEEKLY"), "range to hold");
        none(goal.milestones(1), "Milestones");
        none(goal.reach(0, 1).cancel(), "cancelled");
        Goal gone = world.objective(cycle);
        Measured withIt = gone.reach(0, 1);
        gone.cancel();
        none(withIt, "cancelled");
        none(world.objective(world.cycle("2026-11-23", "2026-12-31")).reach(0, 1), "begins on 2026-11-23");
        Measured today =
                world.objective(world.cycle("2026-11-22", "2026-12-31")).reach(0, 1);
        assertThat(forecast(today)).containsEntry("basis", "INSUFFICIENT_DATA");
        Measured frozen = goal.reach(0, 1);
        sql.execute("update cycle set state = 'CLOSED' where id = ?", Ids.uuid(Kind.CYCLE, cycle));
        none(frozen, "closed");
    }

    @Test
    void on_the_last_day_nothing_is_required_any_more() {
        Measured measured = goal.reach(0, 100)
                .value(10, "2026-11-01T08:00:00Z")
                .value(12, "2026-11-02T08:00:00Z")
                .value(14, "2026-11-03T08:00:00Z");
        clock.set(Instant.parse("2026-12-30T12:00:00Z"));
        assertThat(forecast(measured)).containsEntry("requiredPerDay", "86");
        clock.set(Instant.parse("2026-12-31T12:00:00Z"));
        assertThat(forecast(measured)).containsEntry("requiredPerDay", null).containsEntry("value", "130");
    }

    @Test
    void a_kpi_that_shows_only_noise_stays_within_its_natural_limits() {
        String kpi = world.kpi();
        values(kpi, LocalDate.parse("2026-11-01"), NIST);
        Measured fed = goal.fed(kpi, 70);
        // (50.81 - 50.81) / (70 - 50.81) is 0; the newest value, 52.1, is (70 - 52.1) / 39 a day away.
        assertThat(forecast(fed))
                .isEqualTo(forecast(
                        0.0, "50.81", "45.81511111", "55.80488889", null, "0.4589743590", "NATURAL_LIMITS", null));
    }

    @Test
    void a_kpi_with_few_values_is_projected_by_those_whose_period_ends_in_the_cycle() {
        String kpi = world.kpi("cadence", "WEEKLY");
        // ISO weeks that end on 27 September (outside), 4, 11 and 18 October.
        values(kpi, LocalDate.parse("2026-09-27"), 90);
        values(kpi, LocalDate.parse("2026-09-28"), 10);
        Measured fed = goal.fed(kpi, 200);
        values(kpi, LocalDate.parse("2026-10-05"), 24);
        assertThat((String) forecast(fed).get("reason")).contains("2 days");
        values(kpi, LocalDate.parse("2026-10-12"), 38);
        // Two a day from 38 on 18 October: 74 days later 186. From the baseline, 10, that is 176 of 190.
        assertThat(forecast(fed))
                .isEqualTo(forecast(0.926316, "186", "186", "186", "2", "4.153846154", "LINEAR", null));
    }

    private static void none(Measured measured, String reason) {
        Map<String, Object> forecast = forecast(measured);
        assertThat((String) forecast.get("reason")).contains(reason);
        assertThat(forecast)
                .isEqualTo(forecast(null, null, null, null, null, null, "NOT_APPLICABLE", forecast.get("reason")));
    }

    private static Map<String, Object> forecast(Measured measured) {
        return measured.get("forecast { ratio value lower upper perDay requiredPerDay basis reason }", "forecast");
    }

    private static Map<String, Object> forecast(
            Double ratio,
            String value,
            String lower,
            String upper,
            String perDay,
            String requiredPerDay,
            String basis,
            Object reason) {
        return input(
                "ratio",
                ratio,
                "value",
                value,
                "lower",
                lower,
                "upper",
                upper,
                "perDay",
                perDay,
                "requiredPerDay",
                requiredPerDay == null ? null : plain(requiredPerDay),
                "basis",
                basis,
                "reason",
                reason);
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
