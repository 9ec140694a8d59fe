package io.goaltree.cycle;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PLANNED, ACTIVE, CLOSING, CLOSED, CLOSING: each step from its own state only. */
@QuarkusTest
class CycleLifeTest extends ApiTest {
    @Inject
    Sql sql;

    @Test
    void a_cycle_starts_begins_closing_closes_and_opens_again() {
        String cycle = world.cycle();
        assertThat(mutate("cycleStart", input("cycle", cycle)).done().version()).isEqualTo(1);
        assertThat(mutate("cycleBeginClosing", input("cycle", cycle)).done().version())
                .isEqualTo(2);
        assertThat(world.state(cycle)).isEqualTo("CLOSING");
        assertThat(mutate("cycleClose", input("cycle", cycle)).done().version()).isEqualTo(3);
        assertThat(world.state(cycle)).isEqualTo("CLOSED");
        assertThat(mutate("cycleReopen", input("cycle", cycle, "reason", "Late figures"))
                        .done()
                        .version())
                .isEqualTo(4);
        assertThat(world.state(cycle)).isEqualTo("CLOSING");
        assertThat(sql.count(
                        "select count(*) from cycle where id = cast(? as uuid) and reopened_reason = 'Late figures'"
                                + " and closed_at is null",
                        cycle.substring(4)))
                .isEqualTo(1);
    }

    @Test
    void a_step_that_is_done_already_changes_nothing() {
        String cycle = world.closing(world.cycle());
        world.objectiveAt(cycle, 50);
        Map<String, String> before = sql.contents();
        assertThat(mutate("cycleBeginClosing", input("cycle", cycle)).done().version())
                .isEqualTo(2);
        assertThat(sql.contents()).isEqualTo(before);
        world.closed(cycle);
        before = sql.contents();
        assertThat(mutate("cycleClose", input("cycle", cycle)).done().version()).isEqualTo(3);
        assertThat(sql.contents()).isEqualTo(before);
    }

    @Test
    void a_step_from_another_state_is_refused_and_names_the_state() {
        String cycle = world.cycle();
        wrong("cycleBeginClosing", cycle).with("WRONG_STATE", "input.cycle", "PLANNED", "ACTIVE");
        wrong("cycleClose", cycle).with("WRONG_STATE", "input.cycle", "PLANNED", "CLOSING");
        reopened(cycle).with("WRONG_STATE", "input.cycle", "PLANNED", "CLOSED");
        mutate("cycleStart", input("cycle", cycle)).done();
        wrong("cycleClose", cycle).with("WRONG_STATE", "input.cycle", "ACTIVE", "CLOSING");
        reopened(cycle).with("WRONG_STATE", "input.cycle", "ACTIVE", "CLOSED");
        mutate("cycleBeginClosing", input("cycle", cycle)).done();
        wrong("cycleStart", cycle).with("WRONG_STATE", "input.cycle", "CLOSING", "PLANNED");
        reopened(cycle).with("WRONG_STATE", "input.cycle", "CLOSING", "CLOSED");
        world.closed(cycle);
        wrong("cycleStart", cycle).with("WRONG_STATE", "input.cycle", "CLOSED", "PLANNED");
        wrong("cycleBeginClosing", cycle).with("WRONG_STATE", "input.cycle", "CLOSED", "ACTIVE");
    }

    @Test
    void a_cycle_is_reopened_with_a_reason_only() {
        String cycle = world.closed(world.cycle());
        world.refused("cycleReopen", input("cycle", cycle, "reason", " \t")).with("REQUIRED", "input.reason");
        world.refused("cycleReopen", input("cycle", cycle, "reason", "x".repeat(2001)))
                .with("OUT_OF_RANGE", "input.reason", "2001", "2000");
        assertThat(world.refused("cycleReopen", input("cycle", "nowhere", "reason", ""))
                        .all())
                .containsExactly("NOT_FOUND input.cycle", "REQUIRED input.reason");
    }

    @Test
    void a_cycle_that_is_not_there_takes_no_step() {
        for (String other : List.of(unknown("cyc"), "nowhere", world.team(), "a\u0000b")) {
            for (String step : List.of("cycleBeginClosing", "cycleClose")) {
                wrong(step, other).with("NOT_FOUND", "input.cycle", other.replace('\u0000', '?'));
            }
        }
    }

    private Refusal wrong(String step, String cycle) {
        return world.refused(step, input("cycle", cycle));
    }

    private Refusal reopened(String cycle) {
        return world.refused("cycleReopen", input("cycle", cycle, "reason", "Late figures"));
    }
}
