package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A closed cycle answers what it answered when it was closed, whoever asks. */
@QuarkusTest
class FrozenTest extends ApiTest {
    private static final String EVERYTHING = """
            query($cycle: String!) {
              objectives(filter: {cycle: $cycle}) { nodes { id state version score outcome depth
                progress { raw ratio expected status coverage }
                keyResults { id state version current confidence earned score
                  progress { raw ratio expected status coverage } } } }
              goalTree(cycle: $cycle) { cycle { expected } roots { id score outcome progress { raw ratio expected status coverage } } }
              behind: objectives(filter: {cycle: $cycle, status: BEHIND}) { nodes { id } }
              cycleSummary(cycle: $cycle) { objectives keyResults measured ratio expected byStatus { status count } } }
            """;

    @Inject
    Forestry forestry;

    @Test
    void neither_the_calendar_nor_a_child_in_another_cycle_moves_it() {
        String cycle = world.cycle();
        String other = world.cycle();
        Goal top = world.objectiveAt(cycle, 30);
        Measured held = top.hold(4, 5, "WEEKLY").value("4.5", "2026-10-02T12:00:00Z");
        held.value("3", "2026-11-20T12:00:00Z");
        mutate("checkInRecord", input("keyResult", held.id, "confidence", 0.25)).done();
        top.milestones(1, 3).done(0);
        top.reach(0, 100);
        Goal cancelled = world.objective(cycle);
        cancelled.hold(4, 5, "WEEKLY").value("4.5", "2026-10-02T12:00:00Z");
        Goal elsewhere = world.objective(other).under(top).under(cancelled);
        Measured measured = elsewhere.reach(0, 100).value(10);
        cancelled.cancel();
        world.closed(cycle);
        Map<String, Object> before = everything(cycle);
        measured.value(100);
        clock.advance(Duration.ofDays(20));
        assertThat(everything(cycle)).isEqualTo(before);
        elsewhere.cancel();
        clock.advance(Duration.ofDays(200));
        assertThat(everything(cycle)).isEqualTo(before);
        assertThat(held.<String>get("current")).isEqualTo("3");
        assertThat(held.<Double>get("confidence")).isEqualTo(0.25);
        assertThat(top.progress()).containsEntry("expected", 0.576087);
        mutate("cycleReopen", input("cycle", cycle, "reason", "Look again")).done();
        assertThat(everything(cycle)).isNotEqualTo(before);
        assertThat(top.progress()).containsEntry("expected", 1.0);
    }

    @Test
    void what_it_answers_is_what_it_answered_just_before() {
        String cycle = world.cycle();
        Goal top = world.objectiveAt(cycle, 30);
        top.hold(4, 5, "WEEKLY").value("4.5", "2026-10-02T12:00:00Z");
        top.reach(3, 0).value(1);
        world.objectiveAt(cycle, -5).under(top, "0.7");
        world.closing(cycle);
        String numbers = "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { id depth"
                + " progress { raw ratio expected status coverage }"
                + " keyResults { current confidence earned progress { raw ratio expected status coverage } } } } }";
        Object before = ask(numbers, "cycle", cycle).get("goalTree");
        world.closed(cycle);
        assertThat(ask(numbers, "cycle", cycle).<Object>get("goalTree")).isEqualTo(before);
    }

    @Test
    void a_parent_in_an_open_cycle_sees_the_frozen_ratio_of_its_child() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle("2026-10-01", "2026-12-31", year);
        Goal yearly = world.objective(year);
        Goal quarterly = world.objective(quarter).under(yearly);
        quarterly.hold(4, 5, "WEEKLY").value("4.5", "2026-11-20T12:00:00Z");
        Object ratio = yearly.ratio();
        world.closed(quarter);
        clock.advance(Duration.ofDays(30));
        assertThat(yearly.ratio()).isEqualTo(ratio);
        assertThat(yearly.progress()).containsEntry("expected", 0.975342);
    }

    @Test
    void closing_and_opening_cost_the_same_statements_for_5_and_for_1000_objectives() {
        int forFew = closingAndOpening(5);
        int forMany = closingAndOpening(1000);
        System.out.println("Statements of a closing and an opening, begins and commits included: " + forMany);
        assertThat(forFew).isBetween(10, 40);
        assertThat(forMany).isEqualTo(forFew);
    }

    private int closingAndOpening(int size) {
        String cycle = world.closing(world.cycle());
        forestry.plant(cycle, size, world.team(), world.person());
        int statements = Wire.statements(() -> {
            mutate("cycleClose", input("cycle", cycle)).done();
            mutate("cycleReopen", input("cycle", cycle, "reason", "Again")).done();
        });
        world.closed(cycle);
        assertThat(ask(
                                "query($cycle: String) { objectives(filter: {cycle: $cycle, state: CLOSED}, last: 1000)"
                                        + " { nodes { outcome } } }",
                                "cycle",
                                cycle)
                        .<Object>list("objectives.nodes.outcome"))
                .hasSize(size)
                .doesNotContainNull();
        forestry.fell(cycle);
        return statements;
    }

    private static Map<String, Object> everything(String cycle) {
        return ask(EVERYTHING, "cycle", cycle).json().getMap("data");
    }
}
