package io.goaltree.keyresult;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores that are set by hand. */
@QuarkusTest
class ScoreApiTest extends ApiTest {

    @Test
    void a_score_is_set_while_its_cycle_is_closing_and_a_later_one_replaces_it() {
        String cycle = world.cycle();
        Measured measured = world.objective(cycle).reach(0, 100).value(20);
        world.closing(cycle);
        assertThat(measured.<Double>get("score")).isNull();
        assertThat(mutate("keyResultScore", score(measured.id, 0.55)).done().version())
                .isEqualTo(1);
        assertThat(measured.<Double>get("score")).isEqualTo(0.55);
        assertThat(mutate("keyResultScore", score(measured.id, 1)).done().version())
                .isEqualTo(2);
        assertThat(measured.<Double>get("score")).isEqualTo(1.0);
        assertThat(measured.progress()).containsEntry("ratio", 0.2);
    }

    @Test
    void a_score_is_refused_while_its_cycle_is_not_closing() {
        String cycle = world.cycle();
        Measured measured = world.objective(cycle).reach(0, 100);
        world.refused("keyResultScore", score(measured.id, 0.5)).with("WRONG_STATE", "input.id", "PLANNED", "CLOSING");
        mutate("cycleStart", input("cycle", cycle)).done();
        world.refused("keyResultScore", score(measured.id, 0.5)).with("WRONG_STATE", "input.id", "ACTIVE", "CLOSING");
        mutate("cycleBeginClosing", input("cycle", cycle)).done();
        world.closed(cycle);
        world.refused("keyResultScore", score(measured.id, 0.5)).with("CYCLE_CLOSED", "input.id");
    }

    @Test
    void a_score_lies_between_0_and_1_both_included() {
        String cycle = world.closing(world.cycle());
        Measured measured = world.objective(cycle).reach(0, 100);
        for (Object wrong : new Object[] {-0.000001, 1.000001, 100, -1}) {
            world.refused("keyResultScore", score(measured.id, wrong))
                    .with("OUT_OF_RANGE", "input.score", "between 0 and 1");
        }
        assertThat(measured.score(0).<Double>get("score")).isEqualTo(0.0);
        assertThat(measured.score(1).<Double>get("score")).isEqualTo(1.0);
    }

    @Test
    void a_score_needs_a_reason() {
        String cycle = world.closing(world.cycle());
        Measured measured = world.objective(cycle).reach(0, 100);
        world.refused("keyResultScore", input("id", measured.id, "score", 0.5, "reason", " "))
                .with("REQUIRED", "input.reason");
        assertThat(world.refused("keyResultScore", input("id", unknown("kr"), "score", 2, "reason", ""))
                        .all())
                .contains("NOT_FOUND input.id", "OUT_OF_RANGE input.score", "REQUIRED input.reason");
    }

    @Test
    void what_is_cancelled_is_not_scored() {
        String cycle = world.closing(world.cycle());
        Goal goal = world.objective(cycle);
        Measured scored = goal.reach(0, 100).score(0.5).cancel();
        assertThat(scored.<Double>get("score")).isNull();
        world.refused("keyResultScore", score(scored.id, 0.5)).with("WRONG_STATE", "input.id", "cancelled");
        Measured measured = goal.reach(0, 100);
        goal.cancel();
        world.refused("keyResultScore", score(measured.id, 0.5)).with("WRONG_STATE", "input.id", "cancelled");
    }

    private static Map<String, Object> score(String id, Object score) {
        return input("id", id, "score", score, "reason", "We know better");
    }
}
