package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.TestClock;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reading the past: single cases; the law that holds for all is in {@link AsOfLawTest}. */
@QuarkusTest
class AsOfTest extends ApiTest {
    private static final String TITLES =
            "query($cycle: String!, $asOf: DateTime) { goalTree(cycle: $cycle, asOf: $asOf) { asOf objectives { title } } }";

    private Instant tick() {
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        return before;
    }

    @Test
    void a_tree_as_of_an_instant_has_what_was_there_then() {
        String cycle = world.cycle();
        Goal first = world.objective(cycle, "First");
        Instant one = tick();
        world.objective(cycle, "Second");
        Instant two = tick();
        mutate("objectiveUpdate", input("id", first.id, "expectedVersion", 0, "title", "First, renamed"))
                .done();
        assertThat(titles(cycle, one)).containsExactly("First");
        assertThat(titles(cycle, two)).containsExactly("First", "Second");
        assertThat(titles(cycle, null)).containsExactly("First, renamed", "Second");
        assertThat(ask(TITLES, "cycle", cycle, "asOf", one.toString()).string("goalTree.asOf"))
                .isEqualTo(one.toString());
    }

    private static java.util.List<String> titles(String cycle, Instant asOf) {
        return ask(TITLES, "cycle", cycle, "asOf", asOf == null ? null : asOf.toString())
                .list("goalTree.objectives.title");
    }

    @Test
    void before_the_first_row_there_is_nothing_and_no_error() {
        tick();
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        Measured measured = goal.reach(0, 10);
        String kpi = world.key("kpi");
        mutate("kpiCreate", input("key", kpi, "name", "K", "direction", "HIGHER_IS_BETTER", "cadence", "DAILY"))
                .done();
        for (String asOf : new String[] {TestClock.START.toString(), "2020-01-01T00:00:00Z", "0001-01-01T00:00:00Z"}) {
            Answer answer =
                    ask("""
                    query($cycle: String!, $goal: ID!, $measured: ID!, $kpi: String!, $asOf: DateTime) {
                      goalTree(cycle: $cycle, asOf: $asOf) { objectiveCount }
                      cycleSummary(cycle: $cycle, asOf: $asOf) { objectives }
                      objective(id: $goal, asOf: $asOf) { title progress { ratio } }
                      keyResult(id: $measured, asOf: $asOf) { title }
                      kpi(key: $kpi, asOf: $asOf) { name } }
                    """, "cycle", cycle, "goal", goal.id, "measured", measured.id, "kpi", kpi, "asOf", asOf);
            assertThat(answer.text())
                    .as(asOf)
                    .contains(
                            "{\"goalTree\":null,\"cycleSummary\":null,\"objective\":null,\"keyResult\":null,\"kpi\":null}");
        }
    }

    @Test
    void the_future_is_refused() {
        String cycle = world.cycle();
        post(TITLES, "cycle", cycle, "asOf", "2026-11-22T09:30:00.000001Z")
                .refusedWith("OUT_OF_RANGE", "2026-11-22T09:30:00.000001Z", "2026-11-22T09:30:00Z");
        assertThat(titles(cycle, TestClock.START)).isEmpty();
    }

    @Test
    void a_late_check_in_does_not_move_the_current_value_and_is_not_there_before_it_was_recorded() {
        Goal goal = world.objective(world.cycle());
        Measured measured = goal.reach(0, 100);
        tick();
        measured.value(50, "2026-11-20T00:00:00Z");
        Instant before = tick();
        measured.value(20, "2026-11-10T00:00:00Z");
        assertThat(measured.<String>get("current")).isEqualTo("50");
        assertThat(values(measured, null)).containsExactly("50", "20");
        assertThat(values(measured, before)).containsExactly("50");
        assertThat(ask(
                                "query($id: ID!) { history(id: $id) { nodes { type at fields { name before after } } } }",
                                "id",
                                measured.id)
                        .<String>list("history.nodes.type"))
                .containsExactly("CheckIn", "CheckIn", "KeyResult");
    }

    private static java.util.List<String> values(Measured measured, Instant asOf) {
        return ask(
                        "query($id: ID!, $asOf: DateTime) { keyResult(id: $id, asOf: $asOf) { checkIns { nodes { value } } } }",
                        "id",
                        measured.id,
                        "asOf",
                        asOf == null ? null : asOf.toString())
                .list("keyResult.checkIns.nodes.value");
    }

    @Test
    void expected_and_status_are_of_the_day_asked_for() {
        String cycle = world.cycle("2026-11-01", "2026-11-30");
        Goal goal = world.objectiveAt(cycle, 50);
        Instant then = clock.instant();
        clock.set(Instant.parse("2026-11-30T12:00:00Z"));
        String query =
                "query($id: ID!, $asOf: DateTime) { objective(id: $id, asOf: $asOf) { cycle { expected } progress { expected status } } }";
        assertThat(ask(query, "id", goal.id, "asOf", then.toString()).text())
                .contains(
                        "{\"cycle\":{\"expected\":0.733333},\"progress\":{\"expected\":0.733333,\"status\":\"BEHIND\"}}");
        assertThat(ask(query, "id", goal.id).text())
                .contains("{\"cycle\":{\"expected\":1.0},\"progress\":{\"expected\":1.0,\"status\":\"AT_RISK\"}}");
    }

    @Test
    void present_and_past_of_one_object_stand_side_by_side_in_one_request() {
        Goal goal = world.objective(world.cycle(), "Then");
        Instant then = tick();
        mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "title", "Now"))
                .done();
        Answer answer = ask("""
                query($id: ID!, $asOf: DateTime) { now: objective(id: $id) { title } then: objective(id: $id, asOf: $asOf) { title }
                  again: objective(id: $id) { title version } }
                """, "id", goal.id, "asOf", then.toString());
        assertThat(answer.text())
                .contains(
                        "{\"now\":{\"title\":\"Now\"},\"then\":{\"title\":\"Then\"},\"again\":{\"title\":\"Now\",\"version\":1}}");
    }
}
