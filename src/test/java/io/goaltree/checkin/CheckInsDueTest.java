package io.goaltree.checkin;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock stands on 2026-11-22; the cycle runs from 2026-10-01 to 2026-12-31. */
@QuarkusTest
class CheckInsDueTest extends ApiTest {
    @Inject
    Sql sql;

    private String team;
    private String cycle;
    private Goal goal;

    @BeforeEach
    void anObjectiveOfATeam() {
        team = world.team();
        cycle = world.startedCycle();
        goal = objective(cycle);
    }

    @Test
    void a_week_after_the_day_of_the_latest_check_in_the_next_one_is_due() {
        Measured eight = goal.reach(0, 10).value(1, "2026-11-14T23:59:59Z");
        Measured seven = goal.reach(0, 10).value(1, "2026-11-15T00:00:00Z");
        Measured six = goal.reach(0, 10).value(1, "2026-11-16T00:00:00Z");
        assertThat(due()).containsExactly(eight.id, seven.id);
        assertThat(due("2026-11-21")).containsExactly(eight.id);
        assertThat(due("2026-11-23")).containsExactly(eight.id, seven.id, six.id);
        mutate("checkInRecord", input("keyResult", eight.id, "note", "Nothing new"))
                .done();
        assertThat(due()).containsExactly(seven.id);
    }

    @Test
    void what_was_never_checked_in_is_due_from_the_first_day_of_its_cycle() {
        Measured steps = goal.milestones(1, 1);
        Measured never = goal.reach(0, 10);
        Measured early = goal.reach(0, 10).value(1, "2026-09-01T00:00:00Z");
        assertThat(due()).containsExactly(early.id, steps.id, never.id);
        assertThat(due("2026-10-01")).containsExactly(early.id, steps.id, never.id);
        assertThat(due("2026-09-30")).isEmpty();
        assertThat(due("2026-12-31")).hasSize(3);
        assertThat(due("2027-01-01")).isEmpty();
        mutate("checkInRecord", input("keyResult", steps.id, "note", "One done"))
                .done();
        assertThat(due()).containsExactly(early.id, never.id);
    }

    @Test
    void a_milestone_done_is_a_check_in_and_one_whose_milestones_are_all_done_needs_none() {
        Measured steps = goal.milestones(1, 1);
        steps.done(0);
        assertThat(due()).isEmpty();
        assertThat(due("2026-11-21")).as("before it was done").containsExactly(steps.id);
        assertThat(due("2026-11-28")).isEmpty();
        assertThat(due("2026-11-29")).containsExactly(steps.id);
        steps.done(1);
        assertThat(due("2026-11-21")).containsExactly(steps.id);
        assertThat(due("2026-11-29")).isEmpty();
        assertThat(due("2026-12-31")).isEmpty();
    }

    @Test
    void only_check_ins_measured_up_to_the_day_count() {
        Measured measured = goal.reach(0, 10).value(1, "2026-11-10T00:00:00Z").value(2, "2026-11-20T00:00:00Z");
        assertThat(due()).isEmpty();
        assertThat(due("2026-11-17")).containsExactly(measured.id);
        assertThat(due("2026-11-16")).isEmpty();
        assertThat(due("2026-11-19")).containsExactly(measured.id);
        assertThat(due("2026-11-09")).containsExactly(measured.id);
    }

    @Test
    void a_range_to_hold_has_its_own_cadence() {
        Measured daily = goal.hold(1, 2, "DAILY").value(1, "2026-11-21T10:00:00Z");
        Measured monthly = goal.hold(1, 2, "MONTHLY").value(1, "2026-10-22T10:00:00Z");
        goal.hold(1, 2, "MONTHLY").value(1, "2026-10-23T10:00:00Z");
        assertThat(due()).containsExactlyInAnyOrder(daily.id, monthly.id);
    }

    @Test
    void the_zone_of_the_service_decides_the_day_and_a_result_that_is_reached_still_needs_check_ins() {
        Measured reached = goal.reach(0, 10).value(10, "2026-11-16T00:30:00+01:00");
        assertThat(due()).containsExactly(reached.id);
    }

    @Test
    void what_is_not_running_or_fed_by_a_kpi_is_not_due() {
        goal.reach(0, 10).cancel();
        Goal cancelled = objective(cycle);
        cancelled.reach(0, 10);
        cancelled.cancel();
        objective(world.cycle()).reach(0, 10);
        String kpi = world.kpi();
        values(kpi, LocalDate.parse("2026-10-01"), 1);
        goal.fed(kpi, 10);
        assertThat(due()).isEmpty();
        String closing = world.startedCycle();
        Measured late = objective(closing).reach(0, 10);
        state(closing, "CLOSING");
        assertThat(due()).containsExactly(late.id);
        state(closing, "CLOSED");
        assertThat(due()).isEmpty();
    }

    @Test
    void a_team_is_named_by_key_or_id_and_one_that_is_not_there_has_nothing_due() {
        Measured measured = goal.reach(0, 10);
        String key =
                ask("query($id: ID!) { team(id: $id) { key } }", "id", team).string("team.key");
        team = key;
        assertThat(due()).containsExactly(measured.id);
        for (String nobody : List.of("no-such-team", goal.id, "a\u0000b", "")) {
            team = nobody;
            assertThat(due()).isEmpty();
        }
        assertThat(ask("{ checkInsDue { id } }").<String>list("checkInsDue.id")).contains(measured.id);
    }

    @Test
    void any_day_of_the_calendar_is_answered() {
        goal.reach(0, 10);
        assertThat(due("0001-01-01")).isEmpty();
        assertThat(due("9999-12-31")).isEmpty();
        post("{ checkInsDue(on: \"tomorrow\") { id } }").refusedWith("GRAPHQL_VALIDATION_FAILED", "tomorrow");
    }

    @Test
    void many_cost_as_many_statements_as_one() {
        goal.reach(0, 10);
        int one = Wire.statements(this::due);
        for (int i = 0; i < 20; i++) {
            objective(world.startedCycle()).reach(0, 10);
        }
        assertThat(Wire.statements(this::due)).isEqualTo(one);
        assertThat(due()).hasSize(21);
    }

    private Goal objective(String cycle) {
        Goal made = world.objective(cycle);
        mutate("objectiveUpdate", input("id", made.id, "expectedVersion", 0, "team", team))
                .done();
        return made;
    }

    private void state(String of, String state) {
        sql.execute("update cycle set state = ? where id = ?", state, Ids.uuid(Kind.CYCLE, of));
    }

    private List<String> due() {
        return due(null);
    }

    private List<String> due(String on) {
        return ask(
                        "query($team: String, $on: Date) { checkInsDue(team: $team, on: $on) {"
                                + " id title owner { name } objective { team { key } cycle { key } } } }",
                        "team",
                        team,
                        "on",
                        on)
                .list("checkInsDue.id");
    }
}
