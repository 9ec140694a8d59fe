package io.goaltree.team;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PersonApiTest extends ApiTest {

    @Test
    void a_person_is_answered_with_the_teams_by_key() {
        String b = world.key("person-team-b");
        String a = world.key("person-team-a");
        String idOfB = mutate("teamCreate", input("key", b, "name", "B")).done().id();
        mutate("teamCreate", input("key", a, "name", "A")).done();
        String email = world.email();
        String id = mutate("personCreate", input("name", " Ada ", "email", email, "teams", List.of(idOfB, a, a)))
                .done()
                .id();
        assertThat(person(id))
                .isEqualTo(input(
                        "name",
                        "Ada",
                        "email",
                        email,
                        "version",
                        0,
                        "teams",
                        List.of(input("key", a), input("key", b))));
    }

    @Test
    void an_email_that_is_taken_in_another_case_is_refused() {
        String email = world.email();
        mutate("personCreate", input("name", "Ada", "email", email)).done();
        String shouted = email.toUpperCase(Locale.ROOT);
        world.refused("personCreate", input("name", "Bea", "email", shouted))
                .with("DUPLICATE_KEY", "input.email", shouted);
        String other = world.person();
        world.refused("personUpdate", input("id", other, "expectedVersion", 0, "email", shouted))
                .with("DUPLICATE_KEY", "input.email", shouted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@", "ada@", "a b@example.com", "a@b@c", "a\u0000@example.com"})
    void what_is_no_email_is_refused_on_create_and_on_update(String email) {
        String shown = email.replace('\u0000', '?');
        world.refused("personCreate", input("name", "Ada", "email", email)).with("INVALID_VALUE", "input.email", shown);
        world.refused("personUpdate", input("id", world.person(), "expectedVersion", 0, "email", email))
                .with("INVALID_VALUE", "input.email", shown);
    }

    @Test
    void all_problems_of_one_input_are_reported_together() {
        assertThat(world.refused(
                                "personCreate",
                                input("name", "", "email", " ", "teams", List.of("nowhere", unknown("team"))))
                        .and(2, "NOT_FOUND", "input.teams.0", "'nowhere'")
                        .all())
                .containsExactly(
                        "REQUIRED input.name",
                        "REQUIRED input.email",
                        "NOT_FOUND input.teams.0",
                        "NOT_FOUND input.teams.1");
    }

    @Test
    void an_email_of_255_characters_is_refused() {
        world.refused("personCreate", input("name", "Ada", "email", "a@" + "b".repeat(253)))
                .with("OUT_OF_RANGE", "input.email", "255 characters", "at most 254");
    }

    @Test
    void an_update_changes_what_it_names_and_clears_teams_set_to_null() {
        String email = world.email();
        String team = world.team();
        String id = mutate("personCreate", input("name", "Ada", "email", email, "teams", List.of(team)))
                .done()
                .id();
        mutate("personUpdate", input("id", id, "expectedVersion", 0, "name", "Bea"))
                .done();
        assertThat(person(id).get("name")).isEqualTo("Bea");
        assertThat((List<?>) person(id).get("teams")).hasSize(1);
        assertThat(mutate(
                                "personUpdate",
                                input("id", id, "expectedVersion", 1, "email", email.toUpperCase(Locale.ROOT)))
                        .done()
                        .version())
                .isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(mutate("personUpdate", input("id", id, "expectedVersion", 2, "teams", null))
                        .done()
                        .version())
                .isEqualTo(3);
        assertThat(person(id))
                .isEqualTo(input(
                        "name", "Bea", "email", email.toUpperCase(Locale.ROOT), "version", 3, "teams", List.of()));
    }

    @Test
    void an_update_of_what_is_not_there_or_against_another_version_is_refused() {
        for (String id : List.of(unknown("per"), "per_1", world.team())) {
            world.refused("personUpdate", input("id", id, "expectedVersion", 0, "name", "New"))
                    .with("NOT_FOUND", "input.id", id);
        }
        world.refused("personUpdate", input("id", world.person(), "expectedVersion", 3, "name", "New"))
                .with("VERSION_CONFLICT", "input.expectedVersion", "3", "version is 0");
        assertThat(world.refused(
                                "personUpdate",
                                input("id", world.person(), "expectedVersion", 0, "name", null, "email", null))
                        .all())
                .containsExactly("REQUIRED input.name", "REQUIRED input.email");
    }

    private static Map<String, Object> person(String id) {
        return ask("query($id: ID!) { node(id: $id) { ... on Person { name email version teams { key } } } }", "id", id)
                .get("node");
    }
}
