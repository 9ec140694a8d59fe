package io.goaltree.carry;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.carry.Carried.carried;
import static io.goaltree.carry.Carried.keyResults;
import static io.goaltree.carry.Carried.objective;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a copy has, and what it has not. */
@QuarkusTest
class CarryOverTest extends ApiTest {
    private String before;
    private String next;

    @BeforeEach
    void twoCycles() {
        before = world.cycle("2026-10-01", "2026-12-31");
        next = world.cycle("2027-01-01", "2027-03-31");
    }

    @Test
    void a_copy_has_all_that_was_said_of_the_original_and_is_open_and_new() {
        String team = world.team();
        String owner = world.person();
        String original = mutate(
                        "objectiveCreate",
                        input(
                                "cycle",
                                before,
                                "title",
                                "Win",
                                "description",
                                "All of it",
                                "ambition",
                                "COMMITTED",
                                "team",
                                team,
                                "owner",
                                owner))
                .done()
                .id();
        mutate("objectiveUpdate", input("id", original, "expectedVersion", 0, "title", "Win more"))
                .done();
        clock.advance(Duration.ofDays(3));
        String copy = Carried.carry(next, List.of(original))
                .<String>list("objectiveCarryOver.objectives.id")
                .get(0);
        assertThat(objective(
                        copy,
                        "title description ambition state version updatedAt team { id } owner { id } cycle { id }"
                                + " carriedFrom { id cycle { id } } progress { ratio status }"))
                .isEqualTo(input(
                        "title",
                        "Win more",
                        "description",
                        "All of it",
                        "ambition",
                        "COMMITTED",
                        "state",
                        "OPEN",
                        "version",
                        0,
                        "updatedAt",
                        "2026-11-25T09:30:00Z",
                        "team",
                        input("id", team),
                        "owner",
                        input("id", owner),
                        "cycle",
                        input("id", next),
                        "carriedFrom",
                        input("id", original, "cycle", input("id", before)),
                        "progress",
                        input("ratio", null, "status", "NOT_STARTED")));
        assertThat(objective(original, "version carriedFrom { id }"))
                .isEqualTo(input("version", 1, "carriedFrom", null));
    }

    @Test
    void key_results_keep_their_order_weight_owner_unit_and_measure_and_know_their_originals() {
        String owner = world.person();
        Goal goal = world.objective(before);
        Measured z = goal.reach("1.0", 5, "2.50");
        goal.reach(0, 9).cancel();
        Measured hold = goal.hold("4.0", null, "WEEKLY");
        hold.value("4.2");
        Measured steps = goal.milestones(1, "0.5", 3);
        mutate(
                        "keyResultUpdate",
                        input("id", z.id, "expectedVersion", 0, "title", "Zeal", "unit", "points", "owner", owner))
                .done();
        String copy = carried(next, goal).get(0);
        assertThat(keyResults(
                        copy,
                        "title unit weight state version owner { id } carriedFrom { id objective { id } } measure {"
                                + " ... on ReachMeasure { baseline target } ... on HoldMeasure { lower upper cadence }"
                                + " ... on MilestoneMeasure { milestones { title weight doneAt } } }"))
                .containsExactly(
                        copied(goal, z, "Zeal", "2.50", input("baseline", "1.0", "target", "5"), "points", owner),
                        copied(
                                goal,
                                hold,
                                "A result",
                                "1",
                                input("lower", "4.0", "upper", null, "cadence", "WEEKLY"),
                                null,
                                null),
                        copied(
                                goal,
                                steps,
                                "A result",
                                "1",
                                input(
                                        "milestones",
                                        List.of(
                                                input("title", "Step 1", "weight", "1", "doneAt", null),
                                                input("title", "Step 2", "weight", "0.5", "doneAt", null),
                                                input("title", "Step 3", "weight", "3", "doneAt", null))),
                                null,
                                null));
        assertThat(keyResults(goal.id, "carriedFrom { id }")).hasSize(4).containsOnly(input("carriedFrom", null));
    }

    private static Map<String, Object> copied(
            Goal goal, Measured original, String title, String weight, Object measure, String unit, String owner) {
        return input(
                "title",
                title,
                "unit",
                unit,
                "weight",
                weight,
                "state",
                "OPEN",
                "version",
                0,
                "owner",
                owner == null ? null : input("id", owner),
                "carriedFrom",
                input("id", original.id, "objective", input("id", goal.id)),
                "measure",
                measure);
    }

    @Test
    void check_ins_stay_behind_and_a_key_result_added_later_comes_last() {
        Goal goal = world.objective(before);
        goal.reach(0, 10).value(4);
        goal.reach(0, 20).cancel();
        goal.reach(0, 30).cancel();
        goal.reach(0, 40);
        String copy = carried(next, goal).get(0);
        mutate(
                        "keyResultCreate",
                        input(
                                "objective",
                                copy,
                                "spec",
                                input("title", "Last", "reach", input("baseline", 0, "target", 50))))
                .done();
        assertThat(keyResults(
                        copy, "current checkIns(first: 1) { nodes { id } } measure { ... on ReachMeasure { target } }"))
                .extracting(it -> it.get("measure"))
                .containsExactly(input("target", "10"), input("target", "40"), input("target", "50"));
        assertThat(keyResults(copy, "current checkIns(first: 1) { nodes { id } }"))
                .containsOnly(input("current", null, "checkIns", input("nodes", List.of())));
    }

    @Test
    void a_target_begins_at_the_last_value_in_force_unless_it_is_reached() {
        Goal goal = world.objective(before);
        goal.reach(0, 100)
                .value(70, "2026-11-20T00:00:00Z")
                .value("40.50", "2026-11-21T00:00:00Z")
                .value(60, "2026-11-10T00:00:00Z");
        goal.reach(0, 100).value("100.0");
        goal.reach(0, 100).value(130);
        goal.reach(0, 100).value(-5);
        goal.reach(0, 100);
        goal.reach(12, 5).value(8);
        goal.reach(12, 5).value(5);
        goal.reach(12, 5).value(3);
        goal.reach(12, 5).value(20);
        String copy = carried(next, goal).get(0);
        assertThat(keyResults(copy, "measure { ... on ReachMeasure { baseline target } }"))
                .extracting(it -> it.get("measure"))
                .containsExactly(
                        input("baseline", "40.50", "target", "100"),
                        input("baseline", "0", "target", "100"),
                        input("baseline", "0", "target", "100"),
                        input("baseline", "-5", "target", "100"),
                        input("baseline", "0", "target", "100"),
                        input("baseline", "8", "target", "5"),
                        input("baseline", "12", "target", "5"),
                        input("baseline", "12", "target", "5"),
                        input("baseline", "20", "target", "5"));
    }

    @Test
    void of_values_measured_at_one_time_the_last_recorded_one_is_the_baseline_and_a_note_is_none() {
        Goal goal = world.objective(before);
        Measured measured = goal.reach(0, 100).value(10, "2026-11-20T00:00:00Z");
        clock.advance(Duration.ofMinutes(1));
        measured.value(20, "2026-11-20T00:00:00Z");
        mutate("checkInRecord", input("keyResult", measured.id, "note", "No number"))
                .done();
        String copy = carried(next, goal).get(0);
        assertThat(keyResults(copy, "measure { ... on ReachMeasure { baseline } }"))
                .containsExactly(input("measure", input("baseline", "20")));
    }

    @Test
    void milestones_that_are_done_stay_done() {
        Goal goal = world.objective(before);
        goal.milestones(1, 3).done(1);
        String copy = carried(next, goal).get(0);
        assertThat(keyResults(
                        copy,
                        "progress { ratio } measure { ... on MilestoneMeasure { milestones { weight doneAt } } }"))
                .containsExactly(input(
                        "progress",
                        input("ratio", 0.75),
                        "measure",
                        input(
                                "milestones",
                                List.of(
                                        input("weight", "1", "doneAt", null),
                                        input("weight", "3", "doneAt", "2026-11-22T09:30:00Z")))));
    }
}
