package io.goaltree.coach;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.coach.FindingCode.CHECK_IN_OVERDUE;
import static io.goaltree.coach.FindingCode.CONFLICTING_KEY_RESULTS;
import static io.goaltree.coach.FindingCode.KEY_RESULT_NEVER_CHECKED_IN;
import static io.goaltree.coach.FindingCode.NO_GUARDRAIL;
import static io.goaltree.coach.FindingCode.OBJECTIVE_WITH_METRIC;
import static io.goaltree.coach.FindingCode.OPENED_ON_NOISE;
import static io.goaltree.coach.FindingCode.TARGET_WITHIN_NOISE;
import static io.goaltree.coach.FindingCode.TASK_WORDED_KEY_RESULT;
import static io.goaltree.coach.FindingCode.TOO_FEW_KEY_RESULTS;
import static io.goaltree.coach.FindingCode.TOO_MANY_GAPS_PURSUED;
import static io.goaltree.coach.FindingCode.TOO_MANY_KEY_RESULTS;
import static io.goaltree.coach.FindingCode.TOO_MANY_OBJECTIVES;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each code on goals at its limit and one beyond. The clock stands on 2026-11-22. */
@QuarkusTest
class GoalFindingsTest extends ApiTest {
    private static final LocalDate SOON = LocalDate.parse("2026-11-21");

    @Inject
    Remarks remarks;

    @Inject
    Sql sql;

    private String team;
    private String cycle;
    private String objective;

    @BeforeEach
    void anObjectiveOfATeam() {
        team = world.team();
        cycle = world.startedCycle();
        objective = remarks.objective(team, cycle);
    }

    @Test
    void five_objectives_of_a_team_in_a_cycle_are_enough() {
        for (int i = 0; i < 4; i++) {
            remarks.objective(team, cycle);
        }
        String elsewhere = remarks.objective(team, world.cycle());
        assertThat(found(TOO_MANY_OBJECTIVES)).isEmpty();
        remarks.objective(team, cycle);
        String key =
                ask("query($id: ID) { cycle(id: $id) { key } }", "id", cycle).string("cycle.key");
        assertThat(found(TOO_MANY_OBJECTIVES))
                .containsExactly("Team " + team + " {objectives=6, limit=5, cycle=" + key + "}");
        assertThat(onObjective(elsewhere, TOO_MANY_OBJECTIVES)).isEmpty();
        mutate("objectiveCancel", input("id", objective)).done();
        assertThat(found(TOO_MANY_OBJECTIVES)).isEmpty();
    }

    @Test
    void an_objective_has_two_to_five_key_results() {
        assertThat(found(TOO_FEW_KEY_RESULTS)).containsExactly(about("{keyResults=0, limit=2}"));
        String first = keyResult("Waste of 3 %");
        assertThat(found(TOO_FEW_KEY_RESULTS)).containsExactly(about("{keyResults=1, limit=2}"));
        for (int i = 0; i < 4; i++) {
            keyResult("Waste of 3 %");
            assertThat(found(TOO_FEW_KEY_RESULTS)).isEmpty();
            assertThat(found(TOO_MANY_KEY_RESULTS)).isEmpty();
        }
        keyResult("Waste of 3 %");
        assertThat(found(TOO_MANY_KEY_RESULTS)).containsExactly(about("{keyResults=6, limit=5}"));
        assertThat(onObjective(objective, TOO_MANY_KEY_RESULTS)).containsExactly(about("{keyResults=6, limit=5}"));
        mutate("keyResultCancel", input("id", first)).done();
        assertThat(found(TOO_MANY_KEY_RESULTS)).isEmpty();
    }

    @Test
    void words_are_judged_by_their_lints() {
        keyResult("Waste of 3 %");
        String task = keyResult("We will launch the new menu");
        assertThat(found(TASK_WORDED_KEY_RESULT)).containsExactly("KeyResult " + task + " {verb=launch}");
        assertThat(found(OBJECTIVE_WITH_METRIC)).isEmpty();
        String metric = remarks.objective(team, cycle, "title", "Win 20 % more guests in 2026");
        assertThat(found(OBJECTIVE_WITH_METRIC)).containsExactly("Objective " + metric + " {number=20}");
    }

    @Test
    void a_first_check_in_is_expected_one_cadence_after_the_cycle_began_however_late_the_key_result_was_made() {
        clock.set(Instant.parse("2026-10-07T23:59:59Z"));
        String never = keyResult("Waste of 3 %");
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).isEmpty();
        clock.set(Instant.parse("2026-10-08T00:00:00Z"));
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN))
                .containsExactly("KeyResult " + never + " {expectedBy=2026-10-08}");
        clock.set(Instant.parse("2026-12-31T23:59:59Z"));
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).hasSize(1);
        String late = keyResult("Waste of 4 %");
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).contains("KeyResult " + late + " {expectedBy=2026-10-08}");
        mutate("keyResultCancel", input("id", late)).done();
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).hasSize(1);
        clock.set(Instant.parse("2026-12-31T23:59:59Z"));
        assertThat(found(CHECK_IN_OVERDUE)).isEmpty();
        mutate("checkInRecord", input("keyResult", never, "note", "Nothing new"))
                .done();
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).isEmpty();
    }

    @Test
    void only_while_the_cycle_runs() {
        String never = keyResult("Waste of 3 %");
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN))
                .containsExactly("KeyResult " + never + " {expectedBy=2026-10-08}");
        for (String state : List.of("PLANNED", "CLOSED")) {
            sql.execute("update cycle set state = ? where id = cast(? as uuid)", state, Remarks.uuid(cycle));
            assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).isEmpty();
        }
        sql.execute("update cycle set state = 'CLOSING' where id = cast(? as uuid)", Remarks.uuid(cycle));
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).hasSize(1);
    }

    @Test
    void a_check_in_is_overdue_when_the_days_of_grace_have_passed_too() {
        String late = keyResult("Waste of 3 %");
        mutate("checkInRecord", input("keyResult", late, "value", 1, "measuredAt", "2026-11-13T12:00:00Z"))
                .done();
        assertThat(found(CHECK_IN_OVERDUE)).isEmpty();
        clock.set(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(found(CHECK_IN_OVERDUE))
                .containsExactly("KeyResult " + late + " {dueOn=2026-11-20, latestOn=2026-11-13, graceDays=2}");
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(found(CHECK_IN_OVERDUE)).isEmpty();
    }

    @Test
    void a_milestone_done_is_a_check_in_and_none_is_missed_when_all_are_done() {
        Goal goal = world.objective(cycle);
        mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "team", team))
                .done();
        Measured steps = goal.milestones(1, 1);
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN))
                .containsExactly("KeyResult " + steps.id + " {expectedBy=2026-10-08}");
        steps.done(0);
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).isEmpty();
        clock.set(Instant.parse("2026-12-01T23:59:59Z"));
        assertThat(found(CHECK_IN_OVERDUE)).isEmpty();
        clock.set(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(found(CHECK_IN_OVERDUE))
                .containsExactly("KeyResult " + steps.id + " {dueOn=2026-11-29, latestOn=2026-11-22, graceDays=2}");
        steps.done(1);
        clock.set(Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(found(CHECK_IN_OVERDUE)).isEmpty();
        assertThat(found(KEY_RESULT_NEVER_CHECKED_IN)).isEmpty();
    }

    @Test
    void a_target_on_a_natural_limit_is_within_the_noise_and_one_beyond_is_not() {
        String kpi = remarks.kpi(team);
        Remarks.noise(kpi, SOON, 8);
        String within = remarks.fed(objective, kpi, "16.32");
        remarks.fed(remarks.objective(team, cycle), kpi, "16.33");
        String evidence = "KeyResult " + within + " {target=16.32, lowerLimit=5.68, upperLimit=16.32, kpi=" + kpi + "}";
        assertThat(found(TARGET_WITHIN_NOISE)).containsExactly(evidence);
        assertThat(onObjective(objective, TARGET_WITHIN_NOISE)).containsExactly(evidence);
        clock.set(Instant.parse("2026-12-20T00:00:00Z"));
        sql.execute("""
                insert into kpi_definition (id, kpi_id, number, effective_from, unit, direction, tolerance, recorded_at)
                select gen_random_uuid(), id, 2, '2026-12-01', 'points', 'HIGHER_IS_BETTER', 0, '2026-12-01'
                from kpi where key = ?
                """, kpi);
        World.values(kpi, LocalDate.parse("2026-12-01"), 90, 91, 90, 91, 90, 91, 90, 91);
        assertThat(found(TARGET_WITHIN_NOISE))
                .as("a later segment does not count")
                .containsExactly(evidence);
    }

    @Test
    void a_target_on_the_worse_side_of_a_kpi_conflicts_with_one_on_its_better_side() {
        String kpi = remarks.kpi(team, "direction", "HIGHER_IS_BETTER");
        Remarks.noise(kpi, SOON, 8);
        String up = remarks.fed(objective, kpi, "50");
        clock.advance(Duration.ofSeconds(1));
        String opposing = remarks.objective(team, cycle);
        String down = remarks.fed(opposing, kpi, "2");
        String evidence = "KeyResult " + down + " {kpi=" + kpi + ", baseline=11, target=2, other=" + up
                + ", otherBaseline=11, otherTarget=50}";
        assertThat(found(CONFLICTING_KEY_RESULTS)).containsExactly(evidence);
        assertThat(onObjective(opposing, CONFLICTING_KEY_RESULTS)).containsExactly(evidence);
        assertThat(onObjective(objective, CONFLICTING_KEY_RESULTS)).isEmpty();
    }

    @Test
    void too_few_values_have_no_noise_to_lie_within() {
        String kpi = remarks.kpi(team);
        Remarks.noise(kpi, SOON, 5);
        remarks.fed(objective, kpi, "11");
        assertThat(found(TARGET_WITHIN_NOISE)).isEmpty();
    }

    @Test
    void two_key_results_that_pull_one_kpi_in_opposite_ways_conflict() {
        String kpi = remarks.kpi(team, "direction", "WITHIN_RANGE");
        Remarks.noise(kpi, SOON, 8);
        String up = remarks.fed(objective, kpi, "50");
        remarks.fed(remarks.objective(team, cycle), kpi, "60");
        remarks.fed(remarks.objective(team, world.cycle()), kpi, "1");
        assertThat(found(CONFLICTING_KEY_RESULTS)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        String other = world.team();
        String opposing = remarks.objective(other, cycle);
        String down = remarks.fed(opposing, kpi, "2");
        assertThat(found(CONFLICTING_KEY_RESULTS))
                .as("the later one is another team's")
                .isEmpty();
        assertThat(Remarks.of(other, CONFLICTING_KEY_RESULTS)).hasSize(2);
        assertThat(onObjective(opposing, CONFLICTING_KEY_RESULTS))
                .contains("KeyResult " + down + " {kpi=" + kpi + ", baseline=11, target=2, other=" + up
                        + ", otherBaseline=11, otherTarget=50}");
    }

    @Test
    void an_objective_fed_by_a_kpi_with_companions_needs_one_of_them_as_a_guardrail() {
        String companion = remarks.kpi(team);
        String kpi = remarks.kpi(team, "companions", List.of(companion));
        String alone = remarks.kpi(team);
        Remarks.noise(alone, SOON, 8);
        Remarks.noise(kpi, SOON, 8);
        remarks.fed(objective, alone, "50");
        mutate("guardrailAdd", input("objective", objective, "kpi", alone)).done();
        assertThat(found(NO_GUARDRAIL)).isEmpty();
        remarks.fed(objective, kpi, "50");
        String evidence = about("{kpis=" + kpi + ", companions=" + companion + "}");
        assertThat(found(NO_GUARDRAIL)).containsExactly(evidence);
        assertThat(onObjective(objective, NO_GUARDRAIL)).containsExactly(evidence);
        mutate("guardrailAdd", input("objective", objective, "kpi", companion)).done();
        assertThat(found(NO_GUARDRAIL)).isEmpty();
    }

    @Test
    void what_was_opened_from_kpis_is_remembered() {
        String kpi = remarks.kpi(team);
        remarks.openedFrom(objective, kpi, null);
        assertThat(found(OPENED_ON_NOISE)).isEmpty();
        remarks.openedFrom(objective, kpi, "We feel it");
        assertThat(found(OPENED_ON_NOISE)).containsExactly(about("{kpi=" + kpi + ", reason=We feel it}"));
        remarks.openedFrom(remarks.objective(team, cycle), kpi, null);
        remarks.openedFrom(remarks.objective(team, world.cycle()), kpi, null);
        remarks.objective(team, cycle);
        assertThat(found(TOO_MANY_GAPS_PURSUED)).isEmpty();
        remarks.openedFrom(remarks.objective(team, cycle), kpi, null);
        String key =
                ask("query($id: ID) { cycle(id: $id) { key } }", "id", cycle).string("cycle.key");
        assertThat(found(TOO_MANY_GAPS_PURSUED))
                .containsExactly("Team " + team + " {gaps=3, limit=2, cycle=" + key + "}");
    }

    private String keyResult(String title) {
        return remarks.keyResult(objective, title);
    }

    private String about(String evidence) {
        return "Objective " + objective + " " + evidence;
    }

    private List<String> found(FindingCode code) {
        return Remarks.of(team, code);
    }

    private static List<String> onObjective(String id, FindingCode code) {
        return Remarks.of(
                ask("query($id: ID!) { objective(id: $id) { findings " + Remarks.FIELDS + " } }", "id", id),
                "objective.findings",
                code);
    }
}
