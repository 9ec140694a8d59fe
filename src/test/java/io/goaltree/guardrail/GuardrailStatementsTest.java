package io.goaltree.guardrail;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.guardrail.Guarded.guard;
import static io.goaltree.guardrail.Guarded.kpi;
import static io.goaltree.guardrail.Guarded.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many guardrails are asked for, the statements behind them are as many. */
@QuarkusTest
class GuardrailStatementsTest extends ApiTest {
    private static final String TREE = """
            query($cycle: String!) { goalTree(cycle: $cycle) { objectives {
                id guardrails { kpi { key guards { id } } state breachedSince } } } }
            """;
    private static final String WITHOUT = "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { id } } }";

    @Test
    void a_tree_with_guardrails_costs_the_same_statements_for_2_and_for_30_objectives() {
        List<String> kpis = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            kpis.add(kpi("guard"));
            record(kpis.get(i), "2026-11-09", 95);
            record(kpis.get(i), "2026-11-10", i % 2 == 0 ? 95 : 10);
        }
        String small = world.cycle();
        String large = world.cycle();
        plant(small, 2, kpis);
        plant(large, 30, kpis);
        int forFew = Wire.statements(() -> read(small, 2));
        int forMany = Wire.statements(() -> read(large, 30));
        int without = Wire.statements(() -> ask(WITHOUT, "cycle", large));
        System.out.println("Statements of the guardrails of a goal tree: " + (forMany - without));
        assertThat(forMany).isEqualTo(forFew);
    }

    private void plant(String cycle, int size, List<String> kpis) {
        for (int i = 0; i < size; i++) {
            Goal goal = world.objective(cycle);
            guard(goal, kpis.get(i % 6));
            guard(goal, kpis.get((i + 1) % 6));
        }
    }

    private static void read(String cycle, int size) {
        var tree = ask(TREE, "cycle", cycle);
        assertThat(tree.<List<Object>>list("goalTree.objectives.guardrails")).hasSize(size);
        assertThat(tree.<List<String>>list("goalTree.objectives.guardrails.state"))
                .allSatisfy(states -> assertThat(states).containsExactlyInAnyOrder("HELD", "BREACHED"));
    }
}
