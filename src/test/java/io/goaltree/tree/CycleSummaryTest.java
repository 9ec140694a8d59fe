package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CycleSummaryTest extends ApiTest {

    @Test
    void an_objective_below_a_cancelled_one_counts_for_the_cycle_itself() {
        String cycle = world.cycle();
        Goal top = world.objective(cycle);
        world.objectiveAt(cycle, 50).under(top);
        assertThat(summary(cycle).get("ratio")).isEqualTo(0.5);
        top.cancel();
        assertThat(summary(cycle).get("ratio")).isEqualTo(0.5);
        assertThat(summary(cycle).get("objectives")).isEqualTo(1);
    }

    @Test
    void a_summary_counts_what_is_not_cancelled_and_averages_the_roots() {
        String cycle = world.cycle();
        String key = world.key("summary-team");
        mutate("teamCreate", input("key", key, "name", "A team")).done();
        Goal root = world.objectiveAt(cycle, 100);
        Goal child = world.objectiveAt(cycle, 50).under(root);
        Goal other = world.objective(cycle);
        other.reach(0, 1);
        other.reach(0, 1).cancel();
        world.objective(cycle);
        world.objectiveAt(cycle, 100).cancel();
        mutate("objectiveUpdate", input("id", child.id, "expectedVersion", 0, "team", key))
                .done();

        assertThat(summary(cycle))
                .isEqualTo(input(
                        "cycle",
                        input("id", cycle),
                        "asOf",
                        "2026-11-22T09:30:00Z",
                        "objectives",
                        4,
                        "keyResults",
                        3,
                        "measured",
                        2,
                        "ratio",
                        0.375,
                        "expected",
                        0.576087,
                        "byStatus",
                        List.of(
                                input("status", "NOT_MEASURED", "count", 2),
                                input("status", "ON_TRACK", "count", 2),
                                input("status", "CANCELLED", "count", 1)),
                        "byTeam",
                        List.of(
                                input(
                                        "team",
                                        input("key", key),
                                        "objectives",
                                        1,
                                        "keyResults",
                                        1,
                                        "measured",
                                        1,
                                        "ratio",
                                        0.5,
                                        "byStatus",
                                        List.of(input("status", "ON_TRACK", "count", 1))),
                                input(
                                        "team",
                                        null,
                                        "objectives",
                                        3,
                                        "keyResults",
                                        2,
                                        "measured",
                                        1,
                                        "ratio",
                                        0.375,
                                        "byStatus",
                                        List.of(
                                                input("status", "NOT_MEASURED", "count", 2),
                                                input("status", "ON_TRACK", "count", 1),
                                                input("status", "CANCELLED", "count", 1))))));
    }

    @Test
    void a_year_does_not_count_the_objectives_of_its_quarters_but_their_progress() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle("2026-10-01", "2026-12-31", year);
        Goal yearly = world.objective(year);
        world.objectiveAt(quarter, 40).under(yearly);
        assertThat(summary(year))
                .containsEntry("objectives", 1)
                .containsEntry("keyResults", 0)
                .containsEntry("measured", 0)
                .containsEntry("ratio", 0.4);
        assertThat(summary(quarter))
                .containsEntry("objectives", 1)
                .containsEntry("keyResults", 1)
                .containsEntry("ratio", 0.4);
    }

    @Test
    void an_empty_cycle_has_no_ratio_and_an_unknown_one_no_summary() {
        assertThat(summary(world.cycle()))
                .containsEntry("objectives", 0)
                .containsEntry("ratio", null)
                .containsEntry("byStatus", List.of())
                .containsEntry("byTeam", List.of());
        for (String bad : List.of(unknown("cyc"), "nowhere", "a\u0000b")) {
            assertThat(summary(bad)).isNull();
        }
    }

    private static Map<String, Object> summary(String cycle) {
        return ask("""
                query($cycle: String!) { cycleSummary(cycle: $cycle) {
                  cycle { id } asOf objectives keyResults measured ratio expected byStatus { status count }
                  byTeam { team { key } objectives keyResults measured ratio byStatus { status count } } } }
                """, "cycle", cycle).get("cycleSummary");
    }
}
