package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees in which KPIs feed key results. */
@QuarkusTest
class FedTreeTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final String WITHOUT = "current progress { ratio status }";
    private static final String FORECAST = "forecast { ratio value lower upper basis reason }";
    private static final String KPI = "kpi { key latest { value } keyResults { id kpi { name } } }";

    @Test
    void fed_and_checked_in_key_results_stand_side_by_side() {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        String kpi = world.kpi();
        values(kpi, FIRST, 10);
        goal.reach(0, 100).value(25);
        goal.fed(kpi, 20);
        goal.reach(0, 100);
        values(kpi, FIRST.plusDays(1), 15);
        Answer tree = tree(cycle, WITHOUT + " " + FORECAST + " " + KPI);
        String of = "goalTree.objectives[0].keyResults";
        assertThat(tree.<Object>list(of + ".current")).containsExactly("25", "15", null);
        assertThat(tree.<Object>list(of + ".progress.ratio")).containsExactly(0.25, 0.5, null);
        assertThat(tree.<Object>list(of + ".kpi")).element(1).isNotNull();
        assertThat(tree.<Object>list(of + ".forecast.reason"))
                .allMatch(reason -> ((String) reason).startsWith("There are values on"));
        assertThat(goal.ratio()).isEqualTo(0.25);
    }

    @Test
    void values_in_another_unit_do_not_move_a_key_result_whose_cycle_is_reopened() {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        String kpi = world.kpi();
        values(kpi, FIRST, 10);
        goal.fed(kpi, 20);
        values(kpi, FIRST.plusDays(1), 15);
        world.closing(cycle);
        world.closed(cycle);
        mutate("kpiRedefine", input("kpi", kpi, "effectiveFrom", "2026-11-03", "reason", "Sold abroad", "unit", "EUR"))
                .done();
        values(kpi, FIRST.plusDays(2), 1_900);
        mutate("cycleReopen", input("cycle", cycle, "reason", "A late correction"))
                .done();
        Answer tree = tree(cycle, WITHOUT);
        assertThat(tree.<Object>list("goalTree.objectives[0].keyResults.current"))
                .containsExactly("15");
        assertThat(goal.ratio()).isEqualTo(0.5);
        values(kpi, FIRST.plusDays(1), 20);
        assertThat(goal.ratio()).isEqualTo(1.0);
    }

    @Test
    void more_fed_key_results_cost_no_more_statements() {
        String few = planted(2);
        String many = planted(40);
        String none = world.cycle();
        world.objective(none).reach(0, 100).value(1);
        int without = same(few, many, WITHOUT);
        assertThat(same(none, many, WITHOUT))
                .as("fed key results cost nothing when no forecast is asked for")
                .isEqualTo(without);
        int forecasts = same(few, many, WITHOUT + " " + FORECAST);
        assertThat(forecasts - without)
                .as("statements of all forecasts: six, and four to read at the instant of the tree")
                .isEqualTo(10);
        assertThat(Wire.statements(() -> tree(none, WITHOUT + " " + FORECAST)) - without)
                .as("statements of all forecasts without a KPI")
                .isEqualTo(6);
        same(few, many, WITHOUT + " " + FORECAST + " " + KPI);
    }

    private int same(String few, String many, String fields) {
        int forFew = Wire.statements(() -> tree(few, fields));
        assertThat(Wire.statements(() -> tree(many, fields))).isEqualTo(forFew);
        return forFew;
    }

    /** Each objective with one key result that check-ins bring on and one that a KPI of its own feeds. */
    private String planted(int size) {
        String cycle = world.cycle();
        for (int i = 0; i < size; i++) {
            String kpi = world.kpi();
            values(kpi, FIRST, Collections.nCopies(8, i).toArray());
            Goal goal = world.objective(cycle);
            goal.fed(kpi, 1000);
            goal.reach(0, 100).value(i);
        }
        assertThat(tree(cycle, FORECAST).<List<Object>>list("goalTree.objectives.keyResults.forecast.basis"))
                .hasSize(size)
                .allMatch(List.of("NATURAL_LIMITS", "INSUFFICIENT_DATA")::equals);
        return cycle;
    }

    private static Answer tree(String cycle, String fields) {
        return ask(
                "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { title keyResults { id %s } } } }"
                        .formatted(fields),
                "cycle",
                cycle);
    }
}
