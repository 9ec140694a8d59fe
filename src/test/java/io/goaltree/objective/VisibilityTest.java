package io.goaltree.objective;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visibility may be written, and what remembers it. */
@QuarkusTest
class VisibilityTest extends ApiTest {
    private String cycle;
    private String team;

    @BeforeEach
    void places() {
        cycle = world.cycle();
        team = world.team();
    }

    @Test
    void an_objective_is_public_unless_something_else_is_said_and_stays_what_it_is() {
        String id = create("team", team);
        assertThat(visibility(id)).isEqualTo("PUBLIC");
        update(id, 0, "visibility", "TEAM");
        assertThat(visibility(id)).isEqualTo("TEAM");
        update(id, 1, "title", "Another");
        assertThat(visibility(id)).isEqualTo("TEAM");
        update(id, 2, "visibility", "PUBLIC", "team", null);
        assertThat(visibility(id)).isEqualTo("PUBLIC");
        assertThat(visibility(create("team", team, "visibility", "TEAM"))).isEqualTo("TEAM");
    }

    @Test
    void a_private_objective_without_a_team_is_refused_and_nothing_is_written() {
        world.refused("objectiveCreate", input("cycle", cycle, "title", "Alone", "visibility", "TEAM"))
                .with("REQUIRED", "input.team", "visibility TEAM");
        String ofNobody = create();
        world.refused("objectiveUpdate", input("id", ofNobody, "expectedVersion", 0, "visibility", "TEAM"))
                .with("REQUIRED", "input.team");
        String secret = create("team", team, "visibility", "TEAM");
        world.refused("objectiveUpdate", clearing(secret, "team")).with("REQUIRED", "input.team");
    }

    @Test
    void visibility_cannot_be_cleared() {
        world.refused("objectiveUpdate", clearing(create(), "visibility"))
                .with("REQUIRED", "input.visibility", "PUBLIC or TEAM");
    }

    @Test
    void a_team_that_is_not_there_is_the_only_problem() {
        world.refused(
                        "objectiveCreate",
                        input("cycle", cycle, "title", "Alone", "visibility", "TEAM", "team", "no-such-team"))
                .with("NOT_FOUND", "input.team");
    }

    @Test
    void a_copy_is_as_private_as_its_original() {
        String secret = create("team", team, "visibility", "TEAM");
        String copy = ask(
                        "mutation($input: ObjectiveCarryOverInput!) { objectiveCarryOver(input: $input) { objectives { id } } }",
                        "input",
                        input("into", world.cycle("2027-01-01", "2027-03-31"), "objectives", List.of(secret)))
                .<String>list("objectiveCarryOver.objectives.id")
                .get(0);
        assertThat(visibility(copy)).isEqualTo("TEAM");
    }

    @Test
    void the_audit_says_when_it_became_private() {
        String id = create("team", team);
        clock.advance(java.time.Duration.ofHours(1));
        update(id, 0, "visibility", "TEAM");
        assertThat(ask("query($id: ID!) { history(id: $id) { nodes { fields { name before after } } } }", "id", id)
                        .<List<Map<String, Object>>>list("history.nodes.fields")
                        .get(0))
                .containsExactly(input("name", "visibility", "before", "PUBLIC", "after", "TEAM"));
    }

    private static Map<String, Object> clearing(String id, String field) {
        return input("id", id, "expectedVersion", 0, field, null);
    }

    private String create(Object... more) {
        Map<String, Object> given = input(more);
        given.putAll(input("cycle", cycle, "title", "Mine"));
        return mutate("objectiveCreate", given).done().id();
    }

    private static void update(String id, int version, Object... fields) {
        Map<String, Object> given = input(fields);
        given.putAll(input("id", id, "expectedVersion", version));
        mutate("objectiveUpdate", given).done();
    }

    private static String visibility(String id) {
        return ask("query($id: ID!) { objective(id: $id) { visibility } }", "id", id)
                .string("objective.visibility");
    }
}
