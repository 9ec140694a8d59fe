package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For a caller who does not see everything, too, the size of an answer never changes the number of statements behind it. */
@QuarkusTest
class PrivateStatementsTest extends ApiTest {
    private static final String TREE = """
            query($cycle: String!) { goalTree(cycle: $cycle) { objectiveCount objectives { id title depth
              progress { ratio } keyResults { current checkIns(first: 3) { nodes { value } } alignments { weight } }
              children { id } parents { parentObjective { id title } } findings { code } guardrails { state }
              openedFrom { id } carriedFrom { id } } } }
            """;

    @Inject
    Forestry forestry;

    @Inject
    Sql sql;

    @Test
    void a_tree_with_private_goals_costs_the_same_statements_for_10_and_for_1000_objectives() {
        Who outsider = As.bound(Set.of(Right.READ), world.team());
        String small = planted(10);
        String large = planted(1_000);
        int forFew = Wire.statements(() -> read(outsider, small, 9));
        int forMany = Wire.statements(() -> read(outsider, large, 900));
        System.out.println("Statements of one goal tree for a limited caller: " + forMany);
        assertThat(forMany).isEqualTo(forFew).isLessThan(150);
        forestry.fell(large);
    }

    /** Every tenth is private: leaves and inner ones. */
    private String planted(int size) {
        String cycle = world.cycle();
        List<String> ids = forestry.plant(cycle, size, world.team(), world.person());
        assertThat(ids).hasSize(size);
        sql.execute(
                "update objective set visibility = 'TEAM' where cycle_id = ? and title like '%9'",
                Forestry.uuid(cycle));
        return cycle;
    }

    private static void read(Who who, String cycle, int seen) {
        Answer tree = As.caller(who, () -> ask(TREE, "cycle", cycle));
        assertThat(tree.<Integer>get("goalTree.objectiveCount")).isEqualTo(seen);
    }
}
