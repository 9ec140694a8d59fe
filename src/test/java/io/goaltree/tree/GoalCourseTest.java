package io.goaltree.tree;

import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.tree.GoalCourse.DayRatio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How objectives came along, from what was told to the service; today is 22 November, the cycle began on 1 October. */
@QuarkusTest
class GoalCourseTest extends ApiTest {
    @Inject
    SnapshotService snapshots;

    @Inject
    GoalCourseService courses;

    @Test
    void back_dated_values_stand_on_the_days_they_were_measured_for() {
        Goal goal = world.objective(world.startedCycle());
        goal.reach(0, 100)
                .value(40)
                .value(30, "2026-11-01T12:00:00Z")
                .value(10, "2026-10-05T12:00:00Z")
                .value(20, "2026-11-01T10:00:00Z");
        assertStood(goal, "10-04 none", "10-05 0.1", "10-31 0.1", "11-01 0.3", "11-21 0.3", "11-22 0.4");
    }

    @Test
    void hold_stands_at_its_periods_day_by_day() {
        Goal goal = world.objective(world.startedCycle());
        goal.hold(4, 5, "WEEKLY").value("9", "2026-10-08T12:00:00Z").value("4.5", "2026-10-02T12:00:00Z");
        assertStood(goal, "10-01 none", "10-02 1", "10-07 1", "10-08 0.5", "10-21 0.5", "10-29 0.25");
    }

    @Test
    void milestones_stand_from_the_day_they_were_marked() {
        Goal goal = world.objective(world.startedCycle());
        Measured steps = goal.milestones(1, 3).done(0);
        clock.advance(Duration.ofDays(2));
        steps.done(1);
        assertStood(goal, "11-21 0", "11-22 0.25", "11-23 0.25", "11-24 1");
    }

    @Test
    void who_is_fed_by_a_kpi_stands_at_its_values_from_the_last_before_the_cycle_on() {
        Goal goal = world.objective(world.startedCycle());
        String kpi = world.kpi();
        values(kpi, LocalDate.parse("2026-11-10"), 10);
        goal.fed(kpi, 20);
        values(kpi, LocalDate.parse("2026-11-12"), 15, 18);
        values(kpi, LocalDate.parse("2026-09-28"), 12, 11);
        assertStood(goal, "10-01 0.1", "11-09 0.1", "11-10 0", "11-11 0", "11-12 0.5", "11-13 0.8", "11-22 0.8");
    }

    /** The only key result, and with it the objective. */
    private void assertStood(Goal goal, String... expected) {
        GoalCourse course = snapshots.read(
                () -> courses.of(Ids.uuid(Kind.OBJECTIVE, goal.id)).orElseThrow());
        assertThat(course.keyResults()).hasSize(1);
        for (List<DayRatio> ratios :
                List.of(course.ratios(), course.keyResults().get(0).ratios())) {
            Map<LocalDate, BigDecimal> byDay =
                    ratios.stream().collect(Collectors.toMap(DayRatio::day, DayRatio::ratio));
            assertThat(Arrays.stream(expected)
                            .map(line -> line.substring(0, 5))
                            .map(day -> day + " " + shown(byDay.get(LocalDate.parse("2026-" + day))))
                            .toList())
                    .containsExactly(expected);
        }
    }

    private static String shown(BigDecimal ratio) {
        return ratio == null
                ? "none"
                : ratio.signum() == 0 ? "0" : ratio.stripTrailingZeros().toPlainString();
    }
}
