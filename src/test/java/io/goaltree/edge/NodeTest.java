package io.goaltree.edge;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NodeTest extends ApiTest {

    @Test
    void nodes_of_every_type_come_in_the_order_asked_for_with_null_for_what_is_not_there() {
        String team = world.team();
        String person = world.person();
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        Measured keyResult = goal.reach(0, 1);
        String checkIn = mutate("checkInRecord", input("keyResult", keyResult.id, "value", 1))
                .done()
                .id();
        List<String> ids = List.of(
                checkIn,
                unknown("obj"),
                goal.id,
                person,
                "nonsense",
                keyResult.id,
                cycle,
                team,
                goal.id,
                "",
                "a\u0000b");
        List<Object> nodes = ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", "ids", ids)
                .list("nodes");
        assertThat(nodes)
                .isEqualTo(Arrays.asList(
                        input("__typename", "CheckIn", "id", checkIn),
                        null,
                        input("__typename", "Objective", "id", goal.id),
                        input("__typename", "Person", "id", person),
                        null,
                        input("__typename", "KeyResult", "id", keyResult.id),
                        input("__typename", "Cycle", "id", cycle),
                        input("__typename", "Team", "id", team),
                        input("__typename", "Objective", "id", goal.id),
                        null,
                        null));
    }

    @Test
    void an_id_with_another_types_tag_finds_nothing() {
        String team = world.team();
        for (String tag : List.of("per", "cyc", "obj", "kr", "chk", "mil", "kpi", "val")) {
            assertThat(ask("query($id: ID!) { node(id: $id) { id } }", "id", tag + team.substring(4))
                            .<Object>get("node"))
                    .as(tag)
                    .isNull();
        }
        assertThat(ask("query($id: ID!) { node(id: $id) { id } }", "id", team.toUpperCase(java.util.Locale.ROOT))
                        .<Object>get("node"))
                .isNull();
    }

    @Test
    void at_most_1000_nodes_are_asked_for_at_once() {
        String query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        assertThat(ask(query, "ids", Collections.nCopies(1000, "x")).<Object>list("nodes"))
                .hasSize(1000);
        GraphQl.post(query, "ids", Collections.nCopies(1001, "x")).refusedWith("TOO_MANY_ITEMS", "1001", "1000");
        assertThat(ask(query, "ids", List.of()).<Object>list("nodes")).isEmpty();
    }
}
