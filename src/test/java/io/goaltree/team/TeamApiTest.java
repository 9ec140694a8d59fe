package io.goaltree.team;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Payload;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TeamApiTest extends ApiTest {

    @Test
    void a_team_is_read_by_id_and_by_key_with_all_teams_above_it() {
        String top = world.key("top");
        String middle = world.key("middle");
        String low = world.key("low");
        mutate("teamCreate", input("key", top, "name", " Top ")).done();
        mutate("teamCreate", input("key", middle, "name", "Middle", "parent", top))
                .done();
        Payload created = mutate("teamCreate", input("key", low, "name", "Low", "parent", middle))
                .done();

        String query = "query($id: ID, $key: String) { team(id: $id, key: $key)"
                + " { id key name version parent { key parent { key name parent { key } } } } }";
        var expected = input(
                "id",
                created.id(),
                "key",
                low,
                "name",
                "Low",
                "version",
                0,
                "parent",
                input("key", middle, "parent", input("key", top, "name", "Top", "parent", null)));
        assertThat(ask(query, "id", created.id()).<Map<String, Object>>get("team"))
                .isEqualTo(expected);
        assertThat(ask(query, "key", low).<Map<String, Object>>get("team")).isEqualTo(expected);
        assertThat(created.version()).isZero();
    }

    @Test
    void unknown_malformed_and_foreign_ids_of_a_team_find_nothing() {
        for (String id : List.of(unknown("team"), "team_xyz", "", "'; drop table team", world.person())) {
            assertThat(ask("query($id: ID) { team(id: $id) { id } }", "id", id).<Object>get("team"))
                    .as(id)
                    .isNull();
        }
    }

    @Test
    void a_team_is_asked_for_by_exactly_one_of_id_and_key() {
        GraphQl.post("{ team { id } }").refusedWith("INVALID_VALUE", "neither");
        GraphQl.post("{ team(id: \"a\", key: \"b\") { id } }").refusedWith("INVALID_VALUE", "both");
    }

    @Test
    void a_taken_key_is_refused() {
        String key = world.key("team");
        mutate("teamCreate", input("key", key, "name", "First")).done();
        world.refused("teamCreate", input("key", key, "name", "Second"))
                .with("DUPLICATE_KEY", "input.key", "'" + key + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "-a", "ä", "team_0123456789abcdef0123456789abcdef", "a\u0000b", "a/b", "a\nb"})
    void a_key_that_is_no_key_is_refused(String key) {
        world.refused("teamCreate", input("key", key, "name", "A team"))
                .with("INVALID_VALUE", "input.key", key.replaceAll("\\p{Cntrl}", "?"));
    }

    @Test
    void a_key_of_65_characters_is_refused_and_one_of_64_taken() {
        String key = world.key("k".repeat(55));
        world.refused("teamCreate", input("key", "k".repeat(65), "name", "A team"))
                .with("INVALID_VALUE", "input.key", "65 characters");
        String longest = (key + "x".repeat(64)).substring(0, 64);
        assertThat(mutate("teamCreate", input("key", longest, "name", "A team"))
                        .done()
                        .version())
                .isZero();
    }

    @Test
    void all_problems_of_one_input_are_reported_together() {
        assertThat(world.refused("teamCreate", input("key", "a b", "name", " ", "parent", "nowhere"))
                        .and(2, "NOT_FOUND", "input.parent", "'nowhere'")
                        .all())
                .containsExactly("INVALID_VALUE input.key", "REQUIRED input.name", "NOT_FOUND input.parent");
    }

    @Test
    void a_parent_that_is_another_type_or_not_there_or_malformed_is_refused() {
        String person = world.person();
        for (String parent : List.of(unknown("team"), "team_12", person, "", "a\u0000b")) {
            world.refused("teamCreate", input("key", world.key("team"), "name", "A team", "parent", parent))
                    .with("NOT_FOUND", "input.parent", parent.replace('\u0000', '?'));
        }
        world.refused("teamCreate", input("key", world.key("team"), "name", "A team", "parent", person))
                .with("NOT_FOUND", "input.parent", "another type, Person");
    }

    @Test
    void an_update_changes_what_it_names_and_clears_what_it_sets_to_null() {
        String parent = world.team();
        String key = world.key("team");
        String id = mutate("teamCreate", input("key", key, "name", "Before", "parent", parent))
                .done()
                .id();

        assertThat(mutate("teamUpdate", input("id", id, "expectedVersion", 0, "name", "After"))
                        .done()
                        .version())
                .isEqualTo(1);
        assertThat(team(id)).isEqualTo(input("key", key, "name", "After", "parent", input("id", parent), "version", 1));

        mutate("teamUpdate", input("id", id, "expectedVersion", 1, "parent", null))
                .done();
        assertThat(team(id)).isEqualTo(input("key", key, "name", "After", "parent", null, "version", 2));

        String other = world.key("renamed");
        mutate("teamUpdate", input("id", id, "expectedVersion", 2, "key", other, "parent", parent))
                .done();
        assertThat(team(id))
                .isEqualTo(input("key", other, "name", "After", "parent", input("id", parent), "version", 3));
    }

    @Test
    void an_update_of_what_is_not_there_is_refused() {
        for (String id : List.of(unknown("team"), "nonsense", world.person())) {
            world.refused("teamUpdate", input("id", id, "expectedVersion", 0, "name", "New"))
                    .with("NOT_FOUND", "input.id", id);
        }
    }

    @Test
    void an_update_against_another_version_is_refused_with_both_versions() {
        String id = world.team();
        world.refused("teamUpdate", input("id", id, "expectedVersion", 7, "name", "New"))
                .with("VERSION_CONFLICT", "input.expectedVersion", "7", "current version is 0");
    }

    @Test
    void an_update_that_takes_another_teams_key_or_clears_a_needed_field_is_refused() {
        String taken = world.key("team");
        mutate("teamCreate", input("key", taken, "name", "First")).done();
        String id = world.team();
        world.refused("teamUpdate", input("id", id, "expectedVersion", 0, "key", taken))
                .with("DUPLICATE_KEY", "input.key", taken);
        assertThat(world.refused("teamUpdate", input("id", id, "expectedVersion", 0, "key", null, "name", null))
                        .all())
                .containsExactly("INVALID_VALUE input.key", "REQUIRED input.name");
        world.refused("teamUpdate", input("id", id, "expectedVersion", 0, "key", "a\u0000b"))
                .with("INVALID_VALUE", "input.key", "a?b");
    }

    @Test
    void a_team_cannot_become_its_own_ancestor() {
        String top = world.team();
        String low = mutate("teamCreate", input("key", world.key("low"), "name", "Low", "parent", top))
                .done()
                .id();
        world.refused("teamUpdate", input("id", top, "expectedVersion", 0, "parent", top))
                .with("INVALID_VALUE", "input.parent", "own ancestor");
        world.refused("teamUpdate", input("id", top, "expectedVersion", 0, "parent", low))
                .with("INVALID_VALUE", "input.parent", "own ancestor");
    }

    @Test
    void teams_are_listed_by_key() {
        String stem = world.key("zzz-listed");
        for (String end : List.of("c", "a", "b")) {
            mutate("teamCreate", input("key", stem + end, "name", "A team")).done();
        }
        List<String> keys = ask("{ teams(last: 1000) { nodes { key } } }").list("teams.nodes.key");
        assertThat(keys.stream().filter(key -> key.startsWith(stem)))
                .containsExactly(stem + "a", stem + "b", stem + "c");
    }

    private static Map<String, Object> team(String id) {
        return ask("query($id: ID) { team(id: $id) { key name parent { id } version } }", "id", id)
                .get("team");
    }
}
