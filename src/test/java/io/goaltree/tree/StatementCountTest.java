package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of an answer never changes the number of statements behind it. */
@QuarkusTest
class StatementCountTest extends ApiTest {
    private static final String WHOLE_TREE = """
            query($cycle: String!) { goalTree(cycle: $cycle) { objectiveCount asOf cycle { id key parent { id } }
              roots { id }
              objectives { id title description ambition state version updatedAt depth
                team { id key name parent { id } } owner { id name email teams { key } } cycle { id key expected }
                progress { raw ratio expected status coverage }
                keyResults { id title unit weight state version current confidence earned owner { id name }
                  progress { raw ratio status coverage }
                  measure { ... on ReachMeasure { baseline target } ... on HoldMeasure { lower upper cadence } }
                  checkIns(first: 3) { nodes { value measuredAt author { name } } pageInfo { endCursor } } }
                children { id depth progress { ratio } }
                parents { weight parentObjective { id title } parentKeyResult { id } } } } }
            """;

    @Inject
    Forestry forestry;

    @Test
    void a_whole_tree_costs_the_same_statements_for_10_and_for_2000_objectives() {
        String small = world.cycle();
        String large = world.cycle();
        forestry.plant(small, 10, world.team(), world.person());
        forestry.plant(large, 2000, world.team(), world.person());
        int forFew = Wire.statements(() -> read(small, 10));
        int forMany = Wire.statements(() -> read(large, 2000));
        System.out.println("Statements of one goal tree, begin and commit included: " + forMany);
        assertThat(forFew).isBetween(5, 60);
        assertThat(forMany).isEqualTo(forFew);
        forestry.fell(large);
    }

    private static void read(String cycle, int size) {
        var tree = ask(WHOLE_TREE, "cycle", cycle);
        assertThat(tree.<Integer>get("goalTree.objectiveCount")).isEqualTo(size);
        assertThat(tree.<Object>list("goalTree.objectives")).hasSize(size);
        assertThat(tree.<Object>list("goalTree.objectives[0].keyResults[0].checkIns.nodes"))
                .hasSize(3);
    }

    @Test
    void a_list_with_progress_costs_the_same_statements_for_10_and_for_500() {
        String cycle = world.cycle();
        forestry.plant(cycle, 600, world.team(), world.person());
        String query = """
                query($filter: ObjectiveFilter, $first: Int) { objectives(filter: $filter, first: $first) { nodes {
                  id team { key } owner { name } depth progress { ratio status }
                  keyResults { current checkIns(first: 2) { nodes { value } } } } } }
                """;
        int forFew = Wire.statements(() -> assertThat(
                        ask(query, "filter", input("cycle", cycle), "first", 10).<Object>list("objectives.nodes"))
                .hasSize(10));
        int forMany = Wire.statements(() -> assertThat(ask(query, "filter", input("cycle", cycle), "first", 500)
                        .<Object>list("objectives.nodes"))
                .hasSize(500));
        assertThat(forMany).isEqualTo(forFew);
        forestry.fell(cycle);
    }

    @Test
    void nodes_cost_the_same_statements_for_5_and_for_200_ids() {
        String cycle = world.cycle();
        List<String> ids = forestry.plant(cycle, 200, world.team(), world.person());
        String query = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Objective { progress { ratio }"
                + " keyResults { id checkIns(first: 1) { nodes { value } } } } } }";
        int forFew = Wire.statements(() -> assertThat(
                        ask(query, "ids", ids.subList(0, 5)).<Object>list("nodes.id"))
                .hasSize(5));
        int forMany = Wire.statements(() ->
                assertThat(ask(query, "ids", ids).<Object>list("nodes.id")).hasSize(200));
        assertThat(forMany).isEqualTo(forFew);
        forestry.fell(cycle);
    }
}
