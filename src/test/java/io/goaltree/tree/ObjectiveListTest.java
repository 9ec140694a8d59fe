package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ObjectiveListTest extends ApiTest {
    private String cycle;
    private Goal beta;
    private Goal alpha;
    private Goal gamma;

    @BeforeEach
    void threeObjectivesAnHourApart() {
        cycle = world.cycle();
        beta = world.objective(cycle, "Beta 100%");
        clock.advance(Duration.ofHours(1));
        alpha = world.objective(cycle, "Alpha_1");
        clock.advance(Duration.ofHours(1));
        gamma = world.objective(cycle, "Gamma\\");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED_ASC,Beta Alpha Gamma",
        "CREATED_DESC,Gamma Alpha Beta",
        "TITLE_ASC,Alpha Beta Gamma",
        "TITLE_DESC,Gamma Beta Alpha",
        "UPDATED_AT_ASC,Alpha Gamma Beta",
        "UPDATED_AT_DESC,Beta Gamma Alpha"
    })
    void objectives_are_sorted_as_asked(String order, String titles) {
        clock.advance(Duration.ofHours(1));
        mutate("objectiveUpdate", input("id", beta.id, "expectedVersion", 0, "description", "New"))
                .done();
        List<String> found = ask(
                        "query($filter: ObjectiveFilter, $order: ObjectiveOrder) {"
                                + " objectives(filter: $filter, orderBy: $order) { nodes { title } } }",
                        "filter",
                        input("cycle", cycle),
                        "order",
                        order)
                .list("objectives.nodes.title");
        assertThat(found.stream().map(title -> title.split("[^A-Za-z]")[0])).containsExactly(titles.split(" "));
    }

    @Test
    void objectives_are_found_by_cycle_in_order_of_creation() {
        assertThat(found()).containsExactly(beta.id, alpha.id, gamma.id);
    }

    @Test
    void objectives_are_found_by_team_by_key_or_id_and_by_owner() {
        String key = world.key("team");
        String team =
                mutate("teamCreate", input("key", key, "name", "A team")).done().id();
        String person = world.person();
        mutate("objectiveUpdate", input("id", alpha.id, "expectedVersion", 0, "team", team, "owner", person))
                .done();
        assertThat(found("team", team)).containsExactly(alpha.id);
        assertThat(found("team", key)).containsExactly(alpha.id);
        assertThat(found("owner", person)).containsExactly(alpha.id);
        assertThat(found("owner", world.person())).isEmpty();
    }

    @Test
    void objectives_are_found_by_text_in_title_or_description_wildcards_taken_literally() {
        mutate("objectiveUpdate", input("id", gamma.id, "expectedVersion", 0, "description", "Beyond ALPHA"))
                .done();
        assertThat(found("text", "alpha")).containsExactly(alpha.id, gamma.id);
        assertThat(found("text", "%")).containsExactly(beta.id);
        assertThat(found("text", "_")).containsExactly(alpha.id);
        assertThat(found("text", "\\")).containsExactly(gamma.id);
        assertThat(found("text", "a\u0000")).isEmpty();
    }

    @Test
    void objectives_are_found_by_state_and_by_status() {
        alpha.cancel();
        beta.reach(0, 1).value(1);
        assertThat(found("state", "CANCELLED")).containsExactly(alpha.id);
        assertThat(found("state", "OPEN")).containsExactly(beta.id, gamma.id);
        assertThat(found("status", "CANCELLED")).containsExactly(alpha.id);
        assertThat(found("status", "ACHIEVED")).containsExactly(beta.id);
        assertThat(found("status", "NOT_MEASURED")).containsExactly(gamma.id);
        assertThat(found("status", "AT_RISK")).isEmpty();
        assertThat(found("status", "NOT_MEASURED", "text", "beta")).isEmpty();
    }

    @Test
    void objectives_are_found_by_the_time_of_their_last_change() {
        assertThat(found("updatedSince", "2026-11-22T10:30:00Z")).containsExactly(alpha.id, gamma.id);
        assertThat(found("updatedSince", "2026-11-22T10:30:00.000001Z")).containsExactly(gamma.id);
    }

    @Test
    void a_filter_that_names_something_unknown_finds_nothing() {
        for (String field : List.of("cycle", "team", "owner")) {
            for (String bad : List.of(unknown("cyc"), unknown("team"), unknown("per"), "nowhere", "", "a\u0000b")) {
                assertThat(found(field, bad)).as(field + " " + bad).isEmpty();
            }
        }
    }

    private List<String> found(Object... filter) {
        Map<String, Object> whole = new LinkedHashMap<>(input("cycle", cycle));
        whole.putAll(input(filter));
        return ask("query($filter: ObjectiveFilter) { objectives(filter: $filter) { nodes { id } } }", "filter", whole)
                .list("objectives.nodes.id");
    }
}
