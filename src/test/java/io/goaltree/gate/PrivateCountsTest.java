package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.World.Goal;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is private counts in what it contributes to, for everybody. */
@QuarkusTest
class PrivateCountsTest extends ApiTest {
    /** In a diamond: two public parents, a private child of both, and below that one a public one. */
    record Diamond(String cycle, Goal left, Goal right, Goal secret, Goal below, Who insider, Who outsider) {}

    static Diamond diamond(io.goaltree.World world) {
        String cycle = world.startedCycle();
        String team = world.team();
        Goal left = world.objectiveAt(cycle, 0);
        Goal right = world.objectiveAt(cycle, 20);
        Goal secret = world.objectiveAt(cycle, 40).under(left).under(right, 3);
        Goal below = world.objectiveAt(cycle, 100).under(secret);
        mutate("objectiveUpdate", input("id", secret.id, "expectedVersion", 0, "team", team, "visibility", "TEAM"))
                .done();
        Set<Right> read = Set.of(Right.READ);
        return new Diamond(cycle, left, right, secret, below, As.bound(read, team), As.bound(read, world.team()));
    }

    static Object ratio(Who who, Goal goal) {
        return As.caller(who, goal::ratio);
    }

    static Map<String, Object> summary(Who who, String cycle) {
        return As.caller(
                        who,
                        () -> ask(
                                "query($cycle: String!) { cycleSummary(cycle: $cycle) { objectives keyResults measured ratio } }",
                                "cycle",
                                cycle))
                .get("cycleSummary");
    }

    static Map<String, Object> tree(Who who, String cycle) {
        return As.caller(
                        who,
                        () -> ask(
                                "query($cycle: String!) { goalTree(cycle: $cycle) { objectiveCount roots { id }"
                                        + " objectives { id depth children { id } parents { parentObjective { id } } } } }",
                                "cycle",
                                cycle))
                .get("goalTree");
    }

    @Test
    void seen_parents_have_one_ratio_for_all_who_see_them() {
        Diamond it = diamond(world);
        for (Who who : List.of(it.insider, it.outsider, Who.EVERYBODY)) {
            assertThat(ratio(who, it.left)).isEqualTo(0.35);
            assertThat(ratio(who, it.right)).isEqualTo(0.575);
            assertThat(ratio(who, it.below)).isEqualTo(1.0);
        }
        assertThat(ratio(it.insider, it.secret)).isEqualTo(0.7);
    }

    @Test
    void counts_depths_and_lists_know_only_what_is_seen() {
        Diamond it = diamond(world);
        Map<String, Object> tree = tree(it.outsider, it.cycle);
        assertThat(tree.get("objectiveCount")).isEqualTo(3);
        assertThat((List<?>) tree.get("roots")).hasSize(3);
        assertThat((List<?>) tree.get("objectives"))
                .allSatisfy(one -> assertThat((Map<String, Object>) (Map<?, ?>) one)
                        .containsEntry("depth", 0)
                        .containsEntry("children", List.of())
                        .containsEntry("parents", List.of()));
        assertThat(tree(it.insider, it.cycle).get("objectiveCount")).isEqualTo(4);
        assertThat(summary(it.outsider, it.cycle))
                .isEqualTo(input("objectives", 3, "keyResults", 3, "measured", 3, "ratio", 0.641667));
        assertThat(summary(it.insider, it.cycle))
                .isEqualTo(input("objectives", 4, "keyResults", 4, "measured", 4, "ratio", 0.4625));
    }

    @Test
    void a_closed_cycle_sums_up_the_same_things_as_the_open_one() {
        Diamond it = diamond(world);
        Map<String, Object> open = summary(it.outsider, it.cycle);
        mutate("cycleBeginClosing", input("cycle", it.cycle)).done();
        mutate("cycleClose", input("cycle", it.cycle)).done();
        assertThat(summary(it.outsider, it.cycle)).isEqualTo(open);
        assertThat(ratio(it.outsider, it.left)).isEqualTo(0.35);
    }

    @Test
    void a_chart_ends_where_the_tree_stands() {
        Diamond it = diamond(world);
        String outside = As.caller(it.outsider, () -> chart(it.left));
        assertThat(outside).isEqualTo(As.caller(it.insider, () -> chart(it.left)));
    }

    private static String chart(Goal goal) {
        return RestAssured.get("/charts/objective/" + goal.id + ".svg").asString();
    }

    @Test
    void pages_of_what_is_seen_are_full_and_in_the_same_order() {
        String cycle = world.cycle();
        String team = world.team();
        for (int i = 0; i < 12; i++) {
            boolean isPrivate = i % 3 != 0;
            mutate(
                            "objectiveCreate",
                            input(
                                    "cycle",
                                    cycle,
                                    "title",
                                    "Objective " + (char) ('a' + i),
                                    "team",
                                    team,
                                    "visibility",
                                    isPrivate ? "TEAM" : "PUBLIC"))
                    .done();
        }
        Who outsider = As.bound(Set.of(Right.READ), world.team());
        String query = "query($filter: ObjectiveFilter, $after: String) { objectives(filter: $filter, first: 2,"
                + " after: $after, orderBy: TITLE_ASC) { nodes { title } pageInfo { hasNextPage endCursor } } }";
        var first = As.caller(outsider, () -> ask(query, "filter", input("cycle", cycle)));
        assertThat(first.<String>list("objectives.nodes.title")).containsExactly("Objective a", "Objective d");
        String cursor = first.string("objectives.pageInfo.endCursor");
        var second = As.caller(outsider, () -> ask(query, "filter", input("cycle", cycle), "after", cursor));
        assertThat(second.<String>list("objectives.nodes.title")).containsExactly("Objective g", "Objective j");
        assertThat(second.<Boolean>get("objectives.pageInfo.hasNextPage")).isFalse();
        String unseen = ask(query, "filter", input("cycle", cycle)).string("objectives.pageInfo.endCursor");
        var behind = As.caller(outsider, () -> ask(query, "filter", input("cycle", cycle), "after", unseen));
        assertThat(behind.<String>list("objectives.nodes.title")).containsExactly("Objective d", "Objective g");
    }
}
