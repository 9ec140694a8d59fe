package io.goaltree.carry;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.carry.Carried.carried;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.goaltree.guardrail.Guarded;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** However much is carried over, the statements behind it are as many. */
@QuarkusTest
class CarryStatementsTest extends ApiTest {
    @Test
    void carrying_over_25_objectives_costs_the_same_statements_as_2() {
        String kpi = Guarded.kpi("carry");
        Goal[] few = plant(2, kpi);
        Goal[] many = plant(25, kpi);
        int forFew = Wire.statements(() -> carried(world.cycle(), few)) - Wire.statements(() -> world.cycle());
        int forMany = Wire.statements(() -> carried(world.cycle(), many)) - Wire.statements(() -> world.cycle());
        System.out.println("Statements of one carry-over: " + forMany);
        assertThat(forMany).isEqualTo(forFew);
    }

    @Test
    void where_30_objectives_come_from_costs_the_same_statements_as_where_3_do() {
        String small = world.cycle();
        String large = world.cycle();
        carried(small, plant(3, Guarded.kpi("carry")));
        carried(large, plant(30, Guarded.kpi("carry")));
        assertThat(Wire.statements(() -> readLineage(large, 30)))
                .isEqualTo(Wire.statements(() -> readLineage(small, 3)));
    }

    private static void readLineage(String cycle, int size) {
        assertThat(ask(
                                "query($id: String!) { goalTree(cycle: $id) { objectives { carriedFrom { title }"
                                        + " keyResults { carriedFrom { title } } } } }",
                                "id",
                                cycle)
                        .<Object>list("goalTree.objectives.carriedFrom.title"))
                .hasSize(size)
                .doesNotContainNull();
    }

    private Goal[] plant(int size, String kpi) {
        String cycle = world.cycle();
        Goal[] goals = new Goal[size];
        for (int i = 0; i < size; i++) {
            goals[i] = world.objective(cycle);
            goals[i].reach(0, 100).value(i);
            goals[i].milestones(1, 2);
            mutate("guardrailAdd", input("objective", goals[i].id, "kpi", kpi)).done();
            if (i > 0) {
                goals[i].under(goals[(i - 1) / 2]);
            }
        }
        return goals;
    }
}
