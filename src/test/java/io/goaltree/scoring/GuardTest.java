package io.goaltree.scoring;

import static io.goaltree.scoring.KpiHealth.HEALTHY;
import static io.goaltree.scoring.KpiHealth.NO_DATA;
import static io.goaltree.scoring.KpiHealth.UNDEFINED;
import static io.goaltree.scoring.KpiHealth.UNHEALTHY;
import static io.goaltree.scoring.KpiHealth.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Guard.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final LocalDate NEWEST = LocalDate.parse("2026-11-21");

    @Test
    void a_healthy_newest_value_holds_whatever_was_before() {
        assertThat(guard(HEALTHY)).isEqualTo(new Guard(GuardrailState.HELD, null));
        assertThat(guard(HEALTHY, UNHEALTHY, WARNING)).isEqualTo(new Guard(GuardrailState.HELD, null));
    }

    @Test
    void a_newest_value_outside_is_a_breach_within_the_tolerance_and_beyond() {
        assertThat(guard(WARNING)).isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST));
        assertThat(guard(UNHEALTHY)).isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST));
    }

    @Test
    void without_a_value_or_a_range_nothing_is_known() {
        assertThat(guard()).isEqualTo(new Guard(GuardrailState.UNKNOWN, null));
        assertThat(guard(NO_DATA)).isEqualTo(new Guard(GuardrailState.UNKNOWN, null));
        assertThat(guard(UNDEFINED, UNHEALTHY)).isEqualTo(new Guard(GuardrailState.UNKNOWN, null));
    }

    @Test
    void a_breach_began_with_the_oldest_value_of_the_run_that_ends_with_the_newest() {
        assertThat(guard(WARNING, UNHEALTHY, WARNING, HEALTHY, UNHEALTHY))
                .isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST.minusDays(2)));
        assertThat(guard(UNHEALTHY, UNHEALTHY))
                .as("all that is there")
                .isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST.minusDays(1)));
    }

    @Test
    void a_value_that_had_no_range_ends_the_run() {
        assertThat(guard(WARNING, UNDEFINED, WARNING)).isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST));
    }

    @Test
    void a_period_without_a_value_does_not_end_the_run() {
        List<Judged> values = List.of(
                new Judged(NEWEST, WARNING),
                new Judged(NEWEST.minusDays(9), WARNING),
                new Judged(NEWEST.minusDays(10), HEALTHY));
        assertThat(Guard.of(values)).isEqualTo(new Guard(GuardrailState.BREACHED, NEWEST.minusDays(9)));
    }

    /** Values of neighbouring days, the newest first. */
    private static Guard guard(KpiHealth... newestFirst) {
        List<Judged> values = new ArrayList<>();
        for (KpiHealth health : newestFirst) {
            values.add(new Judged(NEWEST.minusDays(values.size()), health));
        }
        return Guard.of(values);
    }
}
