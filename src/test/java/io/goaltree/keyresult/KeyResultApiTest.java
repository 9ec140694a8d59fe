package io.goaltree.keyresult;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.World.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyResultApiTest extends ApiTest {
    private Goal goal;

    @BeforeEach
    void anObjective() {
        goal = world.objective(world.cycle());
    }

    @Test
    void a_key_result_is_answered_as_it_was_given_with_every_digit() {
        String owner = world.person();
        String id = create(
                "unit", " % ", "weight", "2.50", "owner", owner, "reach", input("baseline", "0.100", "target", "3.20"));
        assertThat(ask("""
                        query($id: ID!) { keyResult(id: $id) {
                          title unit weight owner { id } objective { id } state version current confidence earned
                          measure { __typename ... on ReachMeasure { baseline target } } } }
                        """, "id", id).<Map<String, Object>>get("keyResult"))
                .isEqualTo(input(
                        "title",
                        "A result",
                        "unit",
                        "%",
                        "weight",
                        "2.50",
                        "owner",
                        input("id", owner),
                        "objective",
                        input("id", goal.id),
                        "state",
                        "OPEN",
                        "version",
                        0,
                        "current",
                        null,
                        "confidence",
                        null,
                        "earned",
                        null,
                        "measure",
                        input("__typename", "ReachMeasure", "baseline", "0.100", "target", "3.20")));
    }

    @Test
    void a_relative_target_is_resolved_once() {
        String id = create("reach", input("baseline", "80", "changePercent", "-25"));
        assertThat(ask(
                                "query($id: ID!) { keyResult(id: $id) { measure { ... on ReachMeasure { baseline target } } } }",
                                "id",
                                id)
                        .<String>get("keyResult.measure.target"))
                .satisfies(
                        target -> assertThat(new java.math.BigDecimal(target)).isEqualByComparingTo("60"));
    }

    @Test
    void a_target_that_equals_the_baseline_is_refused_however_it_is_written() {
        refused("reach", input("baseline", 5, "target", 5))
                .with("TARGET_EQUALS_BASELINE", "input.spec.reach.target", "5");
        refused("reach", input("baseline", "5", "target", "5.00"))
                .with("TARGET_EQUALS_BASELINE", "input.spec.reach.target", "5.00");
        refused("reach", input("baseline", 0, "target", "-0.0"))
                .with("TARGET_EQUALS_BASELINE", "input.spec.reach.target");
        refused("reach", input("baseline", 5, "changePercent", "0.0"))
                .with("TARGET_EQUALS_BASELINE", "input.spec.reach.changePercent", "5");
    }

    @Test
    void a_reach_needs_exactly_one_of_target_and_changePercent() {
        refused("reach", input("baseline", 5)).with("REQUIRED", "input.spec.reach.target", "neither");
        refused("reach", input("baseline", 5, "target", 6, "changePercent", 7))
                .with("INVALID_VALUE", "input.spec.reach.target", "target 6", "changePercent 7");
    }

    @Test
    void a_change_by_percent_of_nothing_is_refused() {
        refused("reach", input("baseline", "0.00", "changePercent", 10))
                .with("INVALID_VALUE", "input.spec.reach.baseline", "changePercent 10");
    }

    @Test
    void a_key_result_has_exactly_one_measure() {
        refused().with("REQUIRED", "input.spec.reach", "none");
        Map<String, Object> reach = input("baseline", 0, "target", 1);
        Map<String, Object> hold = input("lower", 0, "cadence", "DAILY");
        refused("reach", reach, "hold", hold).with("INVALID_VALUE", "input.spec.hold", "reach and hold");
        refused("hold", hold, "milestones", List.of(input("title", "One")))
                .with("INVALID_VALUE", "input.spec.milestones", "hold and milestones");
    }

    @Test
    void crossed_bounds_are_refused_and_equal_ones_taken() {
        refused("hold", input("lower", "5.1", "upper", 5, "cadence", "WEEKLY"))
                .with("INVALID_VALUE", "input.spec.hold.lower", "5.1", "above upper, 5");
        refused("hold", input("cadence", "WEEKLY")).with("REQUIRED", "input.spec.hold.lower");
        create("hold", input("lower", 5, "upper", "5.0", "cadence", "WEEKLY"));
    }

    @Test
    void a_number_of_more_than_20_digits_is_refused_and_one_of_20_taken() {
        String twenty = "12345678901234567890";
        create("reach", input("baseline", 0, "target", twenty));
        create("reach", input("baseline", 0, "target", "0.12345678901234567890"));
        for (String many : List.of("123456789012345678901", "0.123456789012345678901", "1e400", "1E-400")) {
            refused("reach", input("baseline", 0, "target", many))
                    .with("OUT_OF_RANGE", "input.spec.reach.target", "at most 20");
        }
        refused("reach", input("baseline", twenty + "1", "target", 0))
                .with("OUT_OF_RANGE", "input.spec.reach.baseline", "123456789012345678901", "21 digits");
        refused("reach", input("baseline", 0, "target", "1e400"))
                .with("OUT_OF_RANGE", "input.spec.reach.target", "401 digits");
        refused("hold", input("lower", twenty + "1", "cadence", "DAILY")).with("OUT_OF_RANGE", "input.spec.hold.lower");
        refused("weight", "0.123456789012345678901", "reach", input("baseline", 0, "target", 1))
                .with("OUT_OF_RANGE", "input.spec.weight", "at most 20");
        refused("reach", input("baseline", "99999999999999999999", "changePercent", 100))
                .with("OUT_OF_RANGE", "input.spec.reach.changePercent", "at most 20");
    }

    @Test
    void a_weight_is_0_to_100() {
        Map<String, Object> reach = input("baseline", 0, "target", 1);
        create("weight", 0, "reach", reach);
        create("weight", "100.00", "reach", reach);
        for (String weight : List.of("100.01", "-1", "-0.0001", "1e400")) {
            refused("weight", weight, "reach", reach)
                    .with("OUT_OF_RANGE", "input.spec.weight", weight.equals("1e400") ? "1E+400" : weight);
        }
        refused("milestones", List.of(input("title", "One"), input("title", "Two", "weight", "100.01")))
                .with("OUT_OF_RANGE", "input.spec.milestones.1.weight", "100.01");
    }

    @Test
    void milestones_need_a_title_each_and_some_weight() {
        refused("milestones", List.of()).with("REQUIRED", "input.spec.milestones");
        refused("milestones", List.of(input("title", "One", "weight", 0)))
                .with("OUT_OF_RANGE", "input.spec.milestones", "add up to 0");
        refused("milestones", List.of(input("title", "One"), input("title", " ")))
                .with("REQUIRED", "input.spec.milestones.1.title");
        refused("milestones", java.util.Collections.nCopies(101, input("title", "One")))
                .with("TOO_MANY_ITEMS", "input.spec.milestones", "101");
    }

    @Test
    void titles_and_units_are_checked() {
        Map<String, Object> reach = input("baseline", 0, "target", 1);
        refused("title", "", "reach", reach).with("REQUIRED", "input.spec.title");
        refused("title", "x".repeat(10_000), "reach", reach)
                .with("OUT_OF_RANGE", "input.spec.title", "10000 characters");
        refused("title", "a\u0000b", "reach", reach).with("INVALID_VALUE", "input.spec.title", "a?b");
        refused("unit", "x".repeat(51), "reach", reach).with("OUT_OF_RANGE", "input.spec.unit", "51");
    }

    @Test
    void several_problems_are_reported_together() {
        assertThat(refused("title", "", "weight", -1, "owner", "x", "reach", input("baseline", 1, "target", 1))
                        .all())
                .containsExactly(
                        "REQUIRED input.spec.title",
                        "OUT_OF_RANGE input.spec.weight",
                        "NOT_FOUND input.spec.owner",
                        "TARGET_EQUALS_BASELINE input.spec.reach.target");
    }

    @Test
    void ids_that_name_nothing_of_the_kind_are_refused() {
        Measured keyResult = goal.reach(0, 1);
        String team = world.team();
        Map<String, Object> spec = input("title", "R", "reach", input("baseline", 0, "target", 1));
        for (String bad : List.of(unknown("obj"), "obj_1", keyResult.id, "a\u0000b")) {
            world.refused("keyResultCreate", input("objective", bad, "spec", spec))
                    .with("NOT_FOUND", "input.objective");
        }
        for (String bad : List.of(unknown("kr"), "kr_", goal.id, "a\u0000b")) {
            world.refused("keyResultUpdate", input("id", bad, "expectedVersion", 0))
                    .with("NOT_FOUND", "input.id");
            world.refused("keyResultCancel", input("id", bad)).with("NOT_FOUND", "input.id");
            world.refused("milestoneMark", input("milestone", bad, "done", true))
                    .with("NOT_FOUND", "input.milestone");
            assertThat(ask("query($id: ID!) { keyResult(id: $id) { id } }", "id", bad)
                            .<Object>get("keyResult"))
                    .isNull();
        }
        world.refused("milestoneMark", input("milestone", unknown("mil"), "done", true))
                .with("NOT_FOUND", "input.milestone", "Milestone");
        for (String bad : List.of(unknown("per"), "per", team)) {
            refused("owner", bad, "reach", input("baseline", 0, "target", 1))
                    .with("NOT_FOUND", "input.spec.owner", bad);
            world.refused("keyResultUpdate", input("id", keyResult.id, "expectedVersion", 0, "owner", bad))
                    .with("NOT_FOUND", "input.owner", bad);
        }
    }

    @Test
    void an_update_changes_what_it_names_and_clears_what_it_sets_to_null() {
        String owner = world.person();
        String id = create("unit", "%", "weight", 3, "owner", owner, "reach", input("baseline", 0, "target", 1));
        mutate("keyResultUpdate", input("id", id, "expectedVersion", 0, "title", "After", "weight", "2.0"))
                .done();
        assertThat(read(id))
                .isEqualTo(input(
                        "title", "After", "unit", "%", "weight", "2.0", "owner", input("id", owner), "version", 1));
        mutate("keyResultUpdate", input("id", id, "expectedVersion", 1, "unit", null, "weight", null, "owner", null))
                .done();
        assertThat(read(id))
                .isEqualTo(input("title", "After", "unit", null, "weight", "1", "owner", null, "version", 2));
        world.refused("keyResultUpdate", input("id", id, "expectedVersion", 2, "title", null))
                .with("REQUIRED", "input.title");
        world.refused("keyResultUpdate", input("id", id, "expectedVersion", 2, "weight", "100.01"))
                .with("OUT_OF_RANGE", "input.weight", "100.01");
        world.refused("keyResultUpdate", input("id", id, "expectedVersion", 0, "title", "Late"))
                .with("VERSION_CONFLICT", "input.expectedVersion", "expectedVersion is 0", "version is 2");
    }

    @Test
    void a_cancelled_key_result_takes_no_changes_and_is_cancelled_again_without_effect() {
        Measured steps = goal.milestones(1, 1);
        List<String> milestones =
                steps.get("measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id");
        steps.cancel().cancel();
        assertThat(steps.<Integer>get("version")).isEqualTo(1);
        assertThat(steps.progress()).containsEntry("status", "CANCELLED");
        world.refused("keyResultUpdate", input("id", steps.id, "expectedVersion", 1, "title", "New"))
                .with("WRONG_STATE", "input.id", "cancelled");
        world.refused("milestoneMark", input("milestone", milestones.get(0), "done", true))
                .with("WRONG_STATE", "input.milestone", "cancelled");
        world.refused("checkInRecord", input("keyResult", steps.id, "note", "Hello"))
                .with("WRONG_STATE", "input.keyResult", "cancelled");
    }

    @Test
    void milestones_count_by_weight_and_can_be_taken_back() {
        Measured steps = goal.milestones(1, 2, 5);
        assertThat(steps.progress()).containsEntry("raw", 0.0).containsEntry("ratio", 0.0);
        steps.done(0, 1);
        assertThat(steps.progress()).containsEntry("ratio", 0.375).containsEntry("coverage", 1.0);
        List<Map<String, Object>> milestones =
                steps.get("measure { ... on MilestoneMeasure { milestones { id doneAt } } }", "measure.milestones");
        assertThat(milestones.get(0)).containsEntry("doneAt", "2026-11-22T09:30:00Z");
        mutate("milestoneMark", input("milestone", milestones.get(1).get("id"), "done", false))
                .done();
        assertThat(steps.progress()).containsEntry("ratio", 0.125);
        steps.done(0, 1, 2);
        assertThat(steps.progress()).containsEntry("ratio", 1.0).containsEntry("status", "ACHIEVED");
    }

    @Test
    void a_milestone_cannot_be_done_in_the_future_or_before_all_time() {
        Measured steps = goal.milestones(1);
        List<String> ids =
                steps.get("measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id");
        world.refused(
                        "milestoneMark",
                        input("milestone", ids.get(0), "done", true, "at", "2026-11-22T09:30:00.000001Z"))
                .with("OUT_OF_RANGE", "input.at", "2026-11-22T09:30:00.000001Z");
        world.refused("milestoneMark", input("milestone", ids.get(0), "done", true, "at", "1899-12-31T23:59:59Z"))
                .with("OUT_OF_RANGE", "input.at", "1899-12-31T23:59:59Z");
        mutate("milestoneMark", input("milestone", ids.get(0), "done", true, "at", "2026-11-22T10:30:00+01:00"))
                .done();
    }

    @Test
    void a_rising_and_a_falling_reach_are_the_same_expression() {
        assertReach(0, 200, "50", 0.25, 0.25);
        assertReach("10.0", 2, "4", 0.75, 0.75);
        assertReach(100, 200, "75", -0.25, 0.0);
        assertReach(10, 2, "12", -0.25, 0.0);
        assertReach(0, 3, "1", 0.333333, 0.333333);
        assertReach(0, 100, "150", 1.5, 1.0);
    }

    private void assertReach(Object baseline, Object target, String value, double raw, double ratio) {
        Map<String, Object> progress = goal.reach(baseline, target).value(value).progress();
        assertThat(progress)
                .containsEntry("raw", raw)
                .containsEntry("ratio", ratio)
                .containsEntry("coverage", 1.0);
        if (ratio == 1.0) {
            assertThat(progress).containsEntry("status", "ACHIEVED");
        }
    }

    @Test
    void holding_a_range_serves_the_published_sequence() {
        Instant wednesday = Instant.parse("2026-01-07T12:00:00Z");
        clock.set(wednesday);
        Measured held = world.objective(world.cycle("2026-01-05", "2026-04-05")).hold(4, 5, "WEEKLY");
        String[] values = {"4.8", "4.2", "4.5", "3.5", "4.25"};
        double[] ratios = {1, 1, 1, 0.75, 0.8};
        double[] earned = {0.076923, 0.153846, 0.230769, 0.230769, 0.307692};
        String[] statuses = {"ON_TRACK", "ON_TRACK", "ON_TRACK", "AT_RISK", "ON_TRACK"};
        assertThat(held.progress())
                .isEqualTo(
                        input("raw", null, "ratio", null, "expected", null, "status", "NOT_MEASURED", "coverage", 0.0));
        assertThat(held.<Object>get("earned")).isNull();
        for (int week = 0; week < values.length; week++) {
            clock.set(wednesday.plusSeconds(week * 7 * 86_400L));
            held.value(values[week]);
            assertThat(held.progress())
                    .isEqualTo(input(
                            "raw", ratios[week],
                            "ratio", ratios[week],
                            "expected", null,
                            "status", statuses[week],
                            "coverage", 1.0));
            assertThat(held.<Object>get("earned")).isEqualTo(earned[week]);
        }
        clock.set(Instant.parse("2026-02-15T23:59:59Z"));
        assertThat(held.progress()).containsEntry("ratio", 0.8);
        clock.set(Instant.parse("2026-02-16T00:00:00Z"));
        assertThat(held.progress()).containsEntry("ratio", 0.666667).containsEntry("status", "ON_TRACK");
        assertThat(held.<Object>get("earned")).isEqualTo(0.307692);
        assertThat(held.<Object>get("current")).isEqualTo("4.25");
    }

    private String create(Object... spec) {
        return mutate("keyResultCreate", input("objective", goal.id, "spec", titled(spec)))
                .done()
                .id();
    }

    private Refusal refused(Object... spec) {
        return world.refused("keyResultCreate", input("objective", goal.id, "spec", titled(spec)));
    }

    private static Map<String, Object> titled(Object... spec) {
        Map<String, Object> titled = new LinkedHashMap<>(input("title", "A result"));
        titled.putAll(input(spec));
        return titled;
    }

    private static Map<String, Object> read(String id) {
        return ask("query($id: ID!) { keyResult(id: $id) { title unit weight owner { id } version } }", "id", id)
                .get("keyResult");
    }
}
