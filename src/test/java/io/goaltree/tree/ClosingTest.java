package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cycle comes to when it closes. */
@QuarkusTest
class ClosingTest extends ApiTest {

    @Test
    void an_objective_is_achieved_progressed_or_missed_and_a_promise_is_achieved_at_1_only() {
        String cycle = world.cycle();
        Object[][] expected = {
            {0, "MISSED", "MISSED"},
            {39.999999, "MISSED", "MISSED"},
            {40, "PROGRESSED", "PROGRESSED"},
            {69.9999999, "PROGRESSED", "PROGRESSED"},
            {70, "ACHIEVED", "PROGRESSED"},
            {99.9999999, "ACHIEVED", "PROGRESSED"},
            {100, "ACHIEVED", "ACHIEVED"},
            {130, "ACHIEVED", "ACHIEVED"},
        };
        List<Goal> aspired = new ArrayList<>();
        List<Goal> promised = new ArrayList<>();
        for (Object[] row : expected) {
            aspired.add(world.objectiveAt(cycle, row[0]));
            Goal promise = world.committed(cycle);
            promise.reach(0, 100).value(row[0]);
            promised.add(promise);
        }
        world.closed(cycle);
        for (int i = 0; i < expected.length; i++) {
            assertThat(read(aspired.get(i))).as("at %s", expected[i]).containsEntry("outcome", expected[i][1]);
            assertThat(read(promised.get(i))).as("at %s", expected[i]).containsEntry("outcome", expected[i][2]);
        }
        assertThat(read(aspired.get(3))).containsEntry("score", 0.7);
    }

    @Test
    void before_the_closing_there_is_neither_score_nor_outcome() {
        String cycle = world.cycle();
        Goal goal = world.objectiveAt(cycle, 50);
        world.closing(cycle);
        assertThat(read(goal)).containsEntry("score", null).containsEntry("outcome", null);
        assertThat(ask("query($id: ID!) { objective(id: $id) { keyResults { score } } }", "id", goal.id)
                        .<Object>list("objective.keyResults.score"))
                .containsExactly((Object) null);
    }

    @Test
    void what_was_never_measured_has_no_score_and_counts_0() {
        String cycle = world.cycle();
        Goal half = world.objectiveAt(cycle, 100);
        Measured unmeasured = half.reach(0, 100);
        Goal blank = world.objective(cycle);
        blank.reach(0, 100);
        Goal empty = world.objective(cycle);
        world.closed(cycle);
        assertThat(unmeasured.<Double>get("score")).isNull();
        assertThat(read(half)).containsEntry("score", 0.5).containsEntry("outcome", "PROGRESSED");
        assertThat(read(blank)).containsEntry("score", 0.0).containsEntry("outcome", "MISSED");
        assertThat(read(empty)).containsEntry("score", null).containsEntry("outcome", null);
    }

    @Test
    void a_score_that_was_set_stands_in_for_the_ratio_in_every_score_above_and_in_no_ratio() {
        String cycle = world.cycle();
        Goal top = world.objective(cycle);
        top.reach(0, 100).value(40);
        Goal child = world.objective(cycle).under(top, 3);
        Measured overruled = child.reach(0, 100, 2).value(10);
        Measured plain = child.reach(0, 100, 1).value(30);
        Measured blank = child.reach(0, 100, 1);
        world.closing(cycle);
        overruled.score(0.9);
        blank.score(0.2);
        world.closed(cycle);
        assertThat(overruled.<Double>get("score")).isEqualTo(0.9);
        assertThat(plain.<Double>get("score")).isEqualTo(0.3);
        assertThat(blank.<Double>get("score")).isEqualTo(0.2);
        assertThat(read(child)).containsEntry("score", 0.575).containsEntry("outcome", "PROGRESSED");
        assertThat(child.progress()).containsEntry("ratio", 0.125).containsEntry("coverage", 0.75);
        assertThat(read(top)).containsEntry("score", 0.53125);
        assertThat(top.progress()).containsEntry("ratio", 0.19375);
    }

    @Test
    void a_diamond_below_counts_once_in_each_parent() {
        String cycle = world.cycle();
        Goal left = world.objectiveAt(cycle, 100);
        Goal right = world.objectiveAt(cycle, 0);
        Goal child = world.objective(cycle).under(left).under(right);
        Measured measured = child.reach(0, 100).value(10);
        world.closing(cycle);
        measured.score(0.5);
        world.closed(cycle);
        assertThat(read(left)).containsEntry("score", 0.75);
        assertThat(read(right)).containsEntry("score", 0.25);
    }

    @Test
    void a_child_in_another_cycle_counts_with_its_ratio_until_that_cycle_is_closed_then_with_its_score() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle("2026-10-01", "2026-12-31", year);
        Goal yearly = world.objective(year);
        Goal quarterly = world.objective(quarter).under(yearly);
        Measured measured = quarterly.reach(0, 100).value(20);
        world.closing(quarter);
        measured.score(0.8);
        world.closed(year);
        assertThat(read(yearly)).containsEntry("score", 0.2).containsEntry("outcome", "MISSED");
        reopen(year);
        world.closed(quarter);
        world.closed(year);
        assertThat(read(yearly)).containsEntry("score", 0.8).containsEntry("outcome", "ACHIEVED");
        assertThat(yearly.ratio()).isEqualTo(0.2);
    }

    @Test
    void what_was_cancelled_stays_so_and_counts_in_no_score() {
        String cycle = world.cycle();
        Goal top = world.objectiveAt(cycle, 80);
        Measured cancelled = top.reach(0, 100).value(0).cancel();
        Goal child = world.objectiveAt(cycle, 0).under(top).cancel();
        world.closed(cycle);
        assertThat(read(top)).containsEntry("score", 0.8);
        assertThat(read(child))
                .containsEntry("state", "CANCELLED")
                .containsEntry("score", null)
                .containsEntry("outcome", null);
        assertThat(child.progress()).containsEntry("status", "CANCELLED");
        assertThat(cancelled.<String>get("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.<Double>get("score")).isNull();
    }

    @Test
    void objectives_and_key_results_are_closed_with_their_cycle_and_opened_with_it() {
        String cycle = world.cycle();
        Goal goal = world.objectiveAt(cycle, 50);
        Measured measured = goal.reach(0, 100);
        world.closed(cycle);
        assertThat(read(goal)).containsEntry("state", "CLOSED").containsEntry("version", 1);
        assertThat(measured.<String>get("state")).isEqualTo("CLOSED");
        assertThat(measured.<Integer>get("version")).isEqualTo(1);
        reopen(cycle);
        assertThat(read(goal))
                .containsEntry("state", "OPEN")
                .containsEntry("version", 2)
                .containsEntry("score", null)
                .containsEntry("outcome", null);
        assertThat(measured.<String>get("state")).isEqualTo("OPEN");
    }

    @Test
    void a_cycle_that_is_opened_again_goes_on_keeps_its_scores_and_closes_with_what_is_there_then() {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        Measured measured = goal.reach(0, 100).value(10);
        Measured scored = goal.reach(0, 100).value(10);
        world.closing(cycle);
        scored.score(0.5);
        world.closed(cycle);
        assertThat(read(goal)).containsEntry("score", 0.3);
        reopen(cycle);
        assertThat(measured.<Double>get("score")).isNull();
        assertThat(scored.<Double>get("score")).isEqualTo(0.5);
        measured.value(90);
        assertThat(goal.ratio()).isEqualTo(0.5);
        world.closed(cycle);
        assertThat(read(goal)).containsEntry("score", 0.7).containsEntry("outcome", "ACHIEVED");
        assertThat(goal.ratio()).isEqualTo(0.5);
    }

    @Test
    void an_empty_cycle_closes_and_opens() {
        String cycle = world.closed(world.cycle());
        reopen(cycle);
        assertThat(world.state(cycle)).isEqualTo("CLOSING");
    }

    private static void reopen(String cycle) {
        mutate("cycleReopen", input("cycle", cycle, "reason", "Late figures")).done();
    }

    private static Map<String, Object> read(Goal goal) {
        return ask("query($id: ID!) { objective(id: $id) { state version score outcome } }", "id", goal.id)
                .get("objective");
    }

    @Test
    void the_summary_of_a_closed_cycle_stands_still_when_what_lies_between_is_cancelled_elsewhere() {
        String cycle = world.cycle();
        Goal top = world.objectiveAt(cycle, 80);
        Goal between = world.objective(world.cycle()).under(top);
        Goal low = world.objectiveAt(cycle, 20).under(between);
        world.closed(cycle);
        String query = "query($cycle: String!) { cycleSummary(cycle: $cycle) { ratio } }";
        Object before = ask(query, "cycle", cycle).get("cycleSummary.ratio");
        assertThat(before).isEqualTo(0.5);
        between.cancel();
        assertThat(ask(query, "cycle", cycle).<Object>get("cycleSummary.ratio")).isEqualTo(before);
        assertThat(low.ratio()).isEqualTo(0.2);
    }
}
