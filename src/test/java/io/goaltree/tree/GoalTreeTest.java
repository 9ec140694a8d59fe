package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GoalTreeTest extends ApiTest {
    private String cycle;
    private Goal goal;

    @BeforeEach
    void anObjective() {
        cycle = world.cycle();
        goal = world.objective(cycle);
    }

    @Test
    void ratios_of_1_0_0_give_a_third_and_0_2_0_3_0_1_0_4_a_quarter() {
        for (int value : new int[] {1, 0, 0}) {
            goal.reach(0, 1).value(value);
        }
        assertThat(goal.ratio()).isEqualTo(0.333333);
        Goal other = world.objective(cycle);
        for (String value : List.of("0.2", "0.3", "0.1", "0.4")) {
            other.reach(0, 1).value(value);
        }
        assertThat(other.ratio()).isEqualTo(0.25);
    }

    @Test
    void weights_of_key_results_and_of_children_are_relative_to_each_other() {
        goal.reach(0, 1, 3).value(1);
        goal.reach(0, 1, "0.5").value(0);
        world.objectiveAt(cycle, 50).under(goal, "1.5");
        assertThat(goal.ratio()).isEqualTo(0.75);
        assertThat(goal.progress()).containsEntry("coverage", 1.0).containsEntry("raw", 0.75);
    }

    @Test
    void overshoot_and_falling_behind_the_baseline_are_clamped_before_they_are_averaged() {
        goal.reach(0, 100).value(300);
        goal.reach(0, 100).value(-100);
        assertThat(goal.ratio()).isEqualTo(0.5);
    }

    @Test
    void what_is_not_measured_counts_0_and_lowers_the_coverage() {
        goal.reach(0, 1, 3).value(1);
        goal.reach(0, 1);
        assertThat(goal.progress()).containsEntry("ratio", 0.75).containsEntry("coverage", 0.75);
        Goal parent = world.objective(cycle);
        goal.under(parent);
        world.objective(cycle).under(parent);
        assertThat(parent.progress()).containsEntry("ratio", 0.375).containsEntry("coverage", 0.375);
    }

    @Test
    void nothing_measured_is_ratio_0_of_coverage_0_and_not_measured() {
        goal.reach(0, 1);
        assertThat(goal.progress())
                .isEqualTo(input(
                        "raw", 0.0, "ratio", 0.0, "expected", 0.576087, "status", "NOT_MEASURED", "coverage", 0.0));
    }

    @Test
    void an_objective_without_members_or_whose_weights_add_up_to_0_has_no_ratio() {
        var nothing =
                input("raw", null, "ratio", null, "expected", 0.576087, "status", "NOT_MEASURED", "coverage", 0.0);
        assertThat(goal.progress()).isEqualTo(nothing);
        goal.reach(0, 1, 0).value(1);
        assertThat(goal.progress()).isEqualTo(nothing);
    }

    @Test
    void cancelled_key_results_and_objectives_count_in_nothing() {
        goal.reach(0, 1).value("0.5");
        goal.reach(0, 1).value(1).cancel();
        Goal cancelled = world.objectiveAt(cycle, 100).under(goal).cancel();
        assertThat(goal.progress()).containsEntry("ratio", 0.5).containsEntry("coverage", 1.0);
        assertThat(cancelled.progress()).containsEntry("status", "CANCELLED");
    }

    @Test
    void a_diamond_counts_once_in_each_parent() {
        Goal left = world.objective(cycle);
        Goal right = world.objective(cycle);
        left.reach(0, 1).value(0);
        right.reach(0, 1).value("0.5");
        left.under(goal);
        right.under(goal);
        Goal shared = world.objectiveAt(cycle, 100).under(left).under(right);
        assertThat(left.ratio()).isEqualTo(0.5);
        assertThat(right.ratio()).isEqualTo(0.75);
        assertThat(goal.ratio()).isEqualTo(0.625);
        Answer tree = tree(cycle);
        assertThat(tree.<Integer>get("goalTree.objectiveCount")).isEqualTo(4);
        assertThat(ids(tree, "objectives")).containsExactly(goal.id, left.id, shared.id, right.id);
    }

    @Test
    void weight_0_and_alignment_to_a_key_result_change_no_number() {
        Measured keyResult = goal.reach(0, 1).value("0.2");
        world.objectiveAt(cycle, 100).under(goal, 0);
        Goal explaining = world.objectiveAt(cycle, 100).under(keyResult, 5);
        assertThat(goal.progress()).containsEntry("ratio", 0.2);
        assertThat(keyResult.progress()).containsEntry("ratio", 0.2);
        assertThat(keyResult.<List<Object>>get("alignments { child { id } weight }", "alignments"))
                .containsExactly(input("child", input("id", explaining.id), "weight", "5"));
        assertThat(ask("query($id: ID!) { objective(id: $id) { children { id } } }", "id", goal.id)
                        .<Object>list("objective.children"))
                .isEmpty();
        assertThat(ids(tree(cycle), "roots")).hasSize(3);
    }

    @Test
    void a_status_changes_exactly_at_its_limits() {
        String half = world.cycle("2026-08-15", "2027-03-02");
        assertStatus(half, "33.51", "ON_TRACK");
        assertStatus(half, "33.5", "BEHIND");
        assertStatus(half, "17.01", "BEHIND");
        assertStatus(half, "17", "AT_RISK");
        assertStatus(half, "99.9999", "ON_TRACK");
        assertStatus(half, "100", "ACHIEVED");
    }

    private void assertStatus(String cycle, String value, String status) {
        assertThat(world.objectiveAt(cycle, value).progress())
                .containsEntry("expected", 0.5)
                .containsEntry("status", status);
    }

    @Test
    void nothing_has_started_before_the_cycle_has() {
        clock.set(Instant.parse("2026-09-30T23:59:59Z"));
        Goal early = world.objective(world.cycle());
        Measured reached = early.reach(0, 1).value(1, "2026-09-01T00:00:00Z");
        Measured held = early.hold(0, 1, "WEEKLY");
        assertThat(early.progress()).containsEntry("status", "NOT_STARTED").containsEntry("expected", 0.0);
        assertThat(reached.progress()).containsEntry("status", "NOT_STARTED");
        assertThat(held.progress()).containsEntry("status", "NOT_STARTED");
        clock.set(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(reached.progress()).containsEntry("status", "ACHIEVED");
    }

    @Test
    void objectives_come_depth_first_each_after_its_first_parent() {
        Goal second = world.objective(cycle);
        Goal late = world.objective(cycle).under(second).under(goal);
        Goal early = world.objective(cycle).under(goal);
        Goal deep = world.objective(cycle).under(late);
        Goal deepOfEarly = world.objective(cycle).under(early);
        Answer tree = tree(cycle);
        assertThat(ids(tree, "roots")).containsExactly(goal.id, second.id);
        assertThat(ids(tree, "objectives"))
                .containsExactly(goal.id, early.id, deepOfEarly.id, second.id, late.id, deep.id);
        assertThat(tree.<Integer>list("goalTree.objectives.depth")).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(tree.<Integer>get("goalTree.objectiveCount")).isEqualTo(6);
        assertThat(tree.<String>list("goalTree.objectives[0].children.id")).containsExactly(late.id, early.id);
        assertThat(tree.<String>list("goalTree.objectives[4].parents.parentObjective.id"))
                .containsExactly(second.id, goal.id);
    }

    @Test
    void the_tree_of_a_year_holds_the_quarters_children_and_the_quarters_tree_names_its_parents_outside() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        Goal yearly = world.objective(year);
        Goal quarterly = world.objectiveAt(cycle, 40).under(yearly);
        Answer ofYear = tree(year);
        assertThat(ids(ofYear, "roots")).containsExactly(yearly.id);
        assertThat(ids(ofYear, "objectives")).containsExactly(yearly.id, quarterly.id);
        assertThat(ofYear.<Integer>list("goalTree.objectives.depth")).containsExactly(0, 1);
        assertThat(ofYear.<Object>get("goalTree.objectives[0].progress"))
                .isEqualTo(input("ratio", 0.4, "expected", 0.893151));
        assertThat(ofYear.<Object>get("goalTree.objectives[1].progress"))
                .isEqualTo(input("ratio", 0.4, "expected", 0.576087));
        Answer ofQuarter = tree(cycle);
        assertThat(ids(ofQuarter, "roots")).containsExactly(goal.id, quarterly.id);
        assertThat(ofQuarter.<Integer>list("goalTree.objectives.depth")).containsExactly(0, 0);
        assertThat(ofQuarter.<Object>get("goalTree.objectives[1].parents"))
                .isEqualTo(List.of(
                        input("parentObjective", input("id", yearly.id, "depth", 0, "progress", input("ratio", 0.4)))));
        assertThat(ask("query($id: ID!) { objective(id: $id) { depth } }", "id", quarterly.id)
                        .<Integer>get("objective.depth"))
                .isZero();
    }

    @Test
    void a_key_result_of_another_cycle_that_an_objective_explains_is_answered_whole() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        Measured yearly = world.objective(year).reach(0, 10).value(5);
        goal.under(yearly, 1);
        assertThat(ask("""
                        query($cycle: String!) { goalTree(cycle: $cycle) { objectives { parents {
                          parentKeyResult { id current progress { ratio } objective { depth cycle { id } } } } } } }
                        """, "cycle", cycle).<Object>get("goalTree.objectives[0].parents[0].parentKeyResult"))
                .isEqualTo(input(
                        "id",
                        yearly.id,
                        "current",
                        "5",
                        "progress",
                        input("ratio", 0.5),
                        "objective",
                        input("depth", 0, "cycle", input("id", year))));
    }

    @Test
    void a_tree_is_read_by_key_or_id_at_the_clocks_instant_and_is_null_for_an_unknown_cycle() {
        String key =
                ask("query($id: ID) { cycle(id: $id) { key } }", "id", cycle).string("cycle.key");
        for (String reference : List.of(cycle, key)) {
            Answer tree = tree(reference);
            assertThat(tree.string("goalTree.cycle.id")).isEqualTo(cycle);
            assertThat(tree.string("goalTree.asOf")).isEqualTo("2026-11-22T09:30:00Z");
        }
        for (String bad : List.of(unknown("cyc"), "nowhere", world.team(), "", "a\u0000b")) {
            assertThat(tree(bad).<Object>get("goalTree")).isNull();
        }
    }

    @Test
    void an_empty_cycle_has_an_empty_tree() {
        Answer tree = tree(world.cycle());
        assertThat(tree.<Integer>get("goalTree.objectiveCount")).isZero();
        assertThat(tree.<Object>list("goalTree.roots")).isEmpty();
        assertThat(tree.<Object>list("goalTree.objectives")).isEmpty();
    }

    private static Answer tree(String cycle) {
        return ask("""
                query($cycle: String!) { goalTree(cycle: $cycle) {
                  asOf objectiveCount cycle { id } roots { id }
                  objectives { id depth progress { ratio expected } children { id }
                    parents { parentObjective { id depth progress { ratio } } } } } }
                """, "cycle", cycle);
    }

    private static List<String> ids(Answer tree, String list) {
        return tree.list("goalTree." + list + ".id");
    }
}
