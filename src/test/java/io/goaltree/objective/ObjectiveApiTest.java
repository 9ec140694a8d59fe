package io.goaltree.objective;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObjectiveApiTest extends ApiTest {
    @Inject
    Sql sql;

    @Test
    void an_objective_is_born_whole_with_its_key_results_in_order() {
        String cycle = world.cycle();
        String team = world.team();
        String person = world.person();
        Goal parent = world.objective(cycle);
        String id = mutate(
                        "objectiveCreate",
                        input(
                                "cycle",
                                cycle,
                                "title",
                                "  Delight customers  ",
                                "description",
                                "Why",
                                "ambition",
                                "COMMITTED",
                                "team",
                                team,
                                "owner",
                                person,
                                "parent",
                                parent.id,
                                "weight",
                                "2.50",
                                "keyResults",
                                List.of(
                                        input("title", "Z", "reach", input("baseline", "1.0", "target", 5)),
                                        input("title", "A", "hold", input("lower", 4, "cadence", "WEEKLY")),
                                        input("title", "M", "milestones", List.of(input("title", "One"))))))
                .done()
                .id();
        assertThat(ask("""
                        query($id: ID!) { objective(id: $id) {
                          title description ambition state version team { id } owner { id } cycle { id } updatedAt
                          keyResults { title weight measure {
                            ... on ReachMeasure { baseline target } ... on HoldMeasure { lower upper cadence }
                            ... on MilestoneMeasure { milestones { title weight doneAt } } } }
                          parents { weight child { id } parentObjective { id } parentKeyResult { id } } } }
                        """, "id", id).<Map<String, Object>>get("objective"))
                .isEqualTo(input(
                        "title",
                        "Delight customers",
                        "description",
                        "Why",
                        "ambition",
                        "COMMITTED",
                        "state",
                        "OPEN",
                        "version",
                        0,
                        "team",
                        input("id", team),
                        "owner",
                        input("id", person),
                        "cycle",
                        input("id", cycle),
                        "updatedAt",
                        "2026-11-22T09:30:00Z",
                        "keyResults",
                        List.of(
                                input("title", "Z", "weight", "1", "measure", input("baseline", "1.0", "target", "5")),
                                input(
                                        "title", "A",
                                        "weight", "1",
                                        "measure", input("lower", "4", "upper", null, "cadence", "WEEKLY")),
                                input(
                                        "title", "M",
                                        "weight", "1",
                                        "measure",
                                                input(
                                                        "milestones",
                                                        List.of(input(
                                                                "title", "One", "weight", "1", "doneAt", null))))),
                        "parents",
                        List.of(input(
                                "weight",
                                "2.50",
                                "child",
                                input("id", id),
                                "parentObjective",
                                input("id", parent.id),
                                "parentKeyResult",
                                null))));
    }

    @Test
    void an_objective_is_aspirational_and_unowned_unless_said_otherwise() {
        Goal goal = world.objective(world.cycle());
        assertThat(read(goal.id))
                .isEqualTo(input(
                        "title",
                        goal.title,
                        "description",
                        null,
                        "ambition",
                        "ASPIRATIONAL",
                        "team",
                        null,
                        "owner",
                        null,
                        "state",
                        "OPEN",
                        "version",
                        0));
    }

    @Test
    void every_problem_of_an_objective_and_its_key_results_is_reported_with_its_path_and_nothing_is_written() {
        assertThat(world.refused(
                                "objectiveCreate",
                                input(
                                        "cycle",
                                        "nowhere",
                                        "title",
                                        " ",
                                        "team",
                                        "nobody",
                                        "owner",
                                        unknown("per"),
                                        "parent",
                                        unknown("obj"),
                                        "weight",
                                        101,
                                        "keyResults",
                                        List.of(
                                                input("title", "Fine", "reach", input("baseline", 0, "target", 1)),
                                                input(
                                                        "title",
                                                        "",
                                                        "weight",
                                                        -1,
                                                        "owner",
                                                        "x",
                                                        "reach",
                                                        input("baseline", 5, "target", "5.00")))))
                        .and(0, "NOT_FOUND", "input.cycle", "'nowhere'")
                        .and(2, "NOT_FOUND", "input.team", "'nobody'")
                        .and(9, "TARGET_EQUALS_BASELINE", "input.keyResults.1.reach.target", "5.00")
                        .all())
                .containsExactly(
                        "NOT_FOUND input.cycle",
                        "REQUIRED input.title",
                        "NOT_FOUND input.team",
                        "NOT_FOUND input.owner",
                        "OUT_OF_RANGE input.weight",
                        "NOT_FOUND input.parent",
                        "REQUIRED input.keyResults.1.title",
                        "OUT_OF_RANGE input.keyResults.1.weight",
                        "NOT_FOUND input.keyResults.1.owner",
                        "TARGET_EQUALS_BASELINE input.keyResults.1.reach.target");
    }

    @Test
    void references_of_another_type_unknown_or_malformed_are_refused() {
        String cycle = world.cycle();
        String team = world.team();
        String person = world.person();
        Goal goal = world.objective(cycle);
        for (String bad : List.of(team, unknown("cyc"), "cyc_12", "", "a\u0000b")) {
            world.refused("objectiveCreate", input("cycle", bad, "title", "An objective"))
                    .with("NOT_FOUND", "input.cycle", bad.replace('\u0000', '?'));
        }
        for (String bad : List.of(cycle, unknown("team"), "a b", "a\u0000b")) {
            world.refused("objectiveCreate", input("cycle", cycle, "title", "An objective", "team", bad))
                    .with("NOT_FOUND", "input.team", bad.replace('\u0000', '?'));
            world.refused("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "team", bad))
                    .with("NOT_FOUND", "input.team");
        }
        for (String bad : List.of(team, unknown("per"), "per_X", "a\u0000b")) {
            world.refused("objectiveCreate", input("cycle", cycle, "title", "An objective", "owner", bad))
                    .with("NOT_FOUND", "input.owner", bad.replace('\u0000', '?'));
            world.refused("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "owner", bad))
                    .with("NOT_FOUND", "input.owner");
        }
        for (String bad : List.of(team, person, unknown("obj"), unknown("kr"), "obj_", "a\u0000b")) {
            world.refused("objectiveCreate", input("cycle", cycle, "title", "An objective", "parent", bad))
                    .with("NOT_FOUND", "input.parent", bad.replace('\u0000', '?'));
        }
        for (String bad : List.of(team, unknown("obj"), "nonsense", "a\u0000b")) {
            world.refused("objectiveUpdate", input("id", bad, "expectedVersion", 0))
                    .with("NOT_FOUND", "input.id");
            world.refused("objectiveCancel", input("id", bad)).with("NOT_FOUND", "input.id");
            assertThat(ask("query($id: ID!) { objective(id: $id) { id } }", "id", bad)
                            .<Object>get("objective"))
                    .isNull();
        }
    }

    @Test
    void a_title_is_1_to_250_characters_of_text() {
        String cycle = world.cycle();
        world.objective(cycle, "x".repeat(250));
        world.objective(cycle, "😀".repeat(250));
        world.refused("objectiveCreate", input("cycle", cycle, "title", "")).with("REQUIRED", "input.title", "empty");
        world.refused("objectiveCreate", input("cycle", cycle, "title", "x".repeat(251)))
                .with("OUT_OF_RANGE", "input.title", "251 characters", "at most 250");
        world.refused("objectiveCreate", input("cycle", cycle, "title", "long ".repeat(2000) + "!"))
                .with("OUT_OF_RANGE", "input.title", "'long long", "10001 characters");
        world.refused("objectiveCreate", input("cycle", cycle, "title", "Win\u0000all"))
                .with("INVALID_VALUE", "input.title", "'Win?all'");
        world.refused(
                        "objectiveUpdate",
                        input("id", world.objective(cycle).id, "expectedVersion", 0, "title", "a\u0000"))
                .with("INVALID_VALUE", "input.title", "'a?'");
    }

    @Test
    void a_title_with_a_lone_surrogate_is_refused() {
        String cycle = world.cycle();
        String body = new JsonObject(input(
                        "query",
                        "mutation($input: ObjectiveCreateInput!) { objectiveCreate(input: $input)"
                                + " { objective { id } userErrors { code path message } } }",
                        "variables",
                        input("input", input("cycle", cycle, "title", "Win SURROGATE"))))
                .encode()
                .replace("SURROGATE", "\\ud800");
        Map<String, String> before = sql.contents();
        Answer answer = GraphQl.postBody(body);
        assertThat(sql.contents()).isEqualTo(before);
        assertThat(answer.string("objectiveCreate.userErrors[0].code"))
                .as(answer.text())
                .isEqualTo("INVALID_VALUE");
        assertThat(answer.<String>list("objectiveCreate.userErrors[0].path")).containsExactly("input", "title");
        assertThat(answer.string("objectiveCreate.userErrors[0].message")).contains("'Win ");
    }

    @Test
    void a_weight_without_a_parent_is_refused() {
        world.refused("objectiveCreate", input("cycle", world.cycle(), "title", "An objective", "weight", 3))
                .with("INVALID_VALUE", "input.weight", "3", "no parent");
    }

    @Test
    void more_than_100_key_results_at_once_are_refused() {
        Object spec = input("title", "A result", "reach", input("baseline", 0, "target", 1));
        List<Object> specs = new ArrayList<>(Collections.nCopies(101, spec));
        world.refused("objectiveCreate", input("cycle", world.cycle(), "title", "Many", "keyResults", specs))
                .with("TOO_MANY_ITEMS", "input.keyResults", "101", "at most 100");
    }

    @Test
    void an_update_changes_what_it_names_and_clears_what_it_sets_to_null() {
        String cycle = world.cycle();
        String team = world.team();
        String person = world.person();
        String id = mutate(
                        "objectiveCreate",
                        input(
                                "cycle",
                                cycle,
                                "title",
                                "Before",
                                "description",
                                "Why",
                                "ambition",
                                "COMMITTED",
                                "team",
                                team,
                                "owner",
                                person))
                .done()
                .id();
        clock.advance(Duration.ofHours(1));
        mutate("objectiveUpdate", input("id", id, "expectedVersion", 0, "title", "After"))
                .done();
        assertThat(ask("query($id: ID!) { objective(id: $id) { updatedAt } }", "id", id)
                        .string("objective.updatedAt"))
                .isEqualTo("2026-11-22T10:30:00Z");
        assertThat(ask("query($id: ID!) { objective(id: $id) { team { id } owner { id } } }", "id", id)
                        .<Object>get("objective"))
                .isEqualTo(input("team", input("id", team), "owner", input("id", person)));
        mutate(
                        "objectiveUpdate",
                        input("id", id, "expectedVersion", 1, "description", null, "team", null, "owner", null))
                .done();
        assertThat(read(id))
                .isEqualTo(input(
                        "title",
                        "After",
                        "description",
                        null,
                        "ambition",
                        "COMMITTED",
                        "team",
                        null,
                        "owner",
                        null,
                        "state",
                        "OPEN",
                        "version",
                        2));
        assertThat(world.refused(
                                "objectiveUpdate",
                                input("id", id, "expectedVersion", 2, "title", null, "ambition", null))
                        .all())
                .containsExactly("REQUIRED input.title", "REQUIRED input.ambition");
        world.refused("objectiveUpdate", input("id", id, "expectedVersion", 1, "title", "Late"))
                .with("VERSION_CONFLICT", "input.expectedVersion", "expectedVersion is 1", "version is 2");
    }

    @Test
    void a_cancelled_objective_takes_no_changes_and_is_cancelled_again_without_effect() {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        var keyResult = goal.reach(0, 100);
        var steps = goal.milestones(1, 1);
        Goal other = world.objective(cycle);
        List<String> milestones =
                steps.get("measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id");
        goal.cancel();
        assertThat(read(goal.id)).containsEntry("state", "CANCELLED").containsEntry("version", 1);
        assertThat(mutate("objectiveCancel", input("id", goal.id)).done().version())
                .isEqualTo(1);
        String said = "'" + goal.title + "' is cancelled";
        world.refused("objectiveUpdate", input("id", goal.id, "expectedVersion", 1, "title", "New"))
                .with("WRONG_STATE", "input.id", said);
        world.refused(
                        "keyResultCreate",
                        input(
                                "objective",
                                goal.id,
                                "spec",
                                input("title", "R", "reach", input("baseline", 0, "target", 1))))
                .with("WRONG_STATE", "input.objective", said);
        world.refused("keyResultUpdate", input("id", keyResult.id, "expectedVersion", 0, "title", "New"))
                .with("WRONG_STATE", "input.id", said);
        world.refused("keyResultCancel", input("id", keyResult.id)).with("WRONG_STATE", "input.id", said);
        world.refused("checkInRecord", input("keyResult", keyResult.id, "value", 1))
                .with("WRONG_STATE", "input.keyResult", said);
        world.refused("milestoneMark", input("milestone", milestones.get(0), "done", true))
                .with("WRONG_STATE", "input.milestone", said);
        world.refused("objectiveAlign", input("child", goal.id, "parent", other.id))
                .with("WRONG_STATE", "input.child", said);
        world.refused("objectiveAlign", input("child", other.id, "parent", goal.id))
                .with("WRONG_STATE", "input.parent", said);
        world.refused("objectiveAlign", input("child", other.id, "parent", keyResult.id))
                .with("WRONG_STATE", "input.parent", said);
        world.refused("objectiveUnalign", input("child", goal.id, "parent", other.id))
                .with("WRONG_STATE", "input.child", said);
        world.refused("objectiveCreate", input("cycle", cycle, "title", "Child", "parent", goal.id))
                .with("WRONG_STATE", "input.parent", said);
    }

    private static Map<String, Object> read(String id) {
        return ask(
                        "query($id: ID!) { objective(id: $id)"
                                + " { title description ambition team { id } owner { id } state version } }",
                        "id",
                        id)
                .get("objective");
    }
}
