package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Incremental loads: exactly the rows that say something else than they did. */
@QuarkusTest
class UpdatedSinceTest extends ApiTest {
    private static final String SINCE = """
            query($cycle: String!, $since: DateTime, $asOf: DateTime) {
              cycleSummaryRows(cycle: $cycle, updatedSince: $since, asOf: $asOf) { asOf nodes { objectiveId title ratio removedAt } }
              keyResultRows(cycle: $cycle, updatedSince: $since, asOf: $asOf) { asOf nodes { keyResultId title removedAt } } }
            """;

    @Inject
    Sql sql;

    @Test
    void the_first_load_has_everything_and_the_next_one_nothing_while_nothing_happens() {
        EveryKind goals = new EveryKind(world);
        Answer all = since(goals.cycle, "2020-01-01T00:00:00Z");
        assertThat(objectives(all)).hasSize(7);
        assertThat(results(all)).hasSize(9);
        assertThat(since(goals.cycle, asOf(all)).text())
                .contains("\"nodes\":[]")
                .doesNotContain("title\":\"");
    }

    @Test
    void a_check_in_at_the_bottom_moves_all_above_it_and_nothing_beside_it() {
        EveryKind goals = new EveryKind(world);
        String loaded = asOf(since(goals.cycle, null));
        clock.advance(Duration.ofMinutes(1));
        goals.move(99);
        Answer moved = since(goals.cycle, loaded);
        assertThat(objectives(moved)).hasSize(4).contains(goals.root.id, goals.bottom.id);
        assertThat(results(moved)).containsExactly(goals.reached.id);
        assertThat(objectives(since(goals.cycle, asOf(moved)))).isEmpty();
    }

    @Test
    void a_value_of_a_kpi_a_new_name_of_a_team_and_a_new_day_are_found() {
        EveryKind goals = new EveryKind(world);
        String loaded = asOf(since(goals.cycle, null));
        clock.advance(Duration.ofMinutes(1));
        World.values(goals.kpi, LocalDate.parse("2026-10-15"), 60);
        Answer fed = since(goals.cycle, loaded);
        assertThat(objectives(fed)).containsExactly(goals.root.id);
        assertThat(results(fed)).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        mutate("teamUpdate", input("id", goals.team, "expectedVersion", 0, "name", "Renamed"))
                .done();
        Answer named = since(goals.cycle, asOf(fed));
        assertThat(objectives(named)).containsExactly(goals.root.id);
        assertThat(results(named)).hasSize(2);

        clock.advance(Duration.ofDays(1));
        assertThat(objectives(since(goals.cycle, asOf(named)))).hasSize(7);
    }

    @Test
    void a_load_as_of_then_says_what_had_changed_until_then() {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        Measured result = goal.reach(0, 10).value(1);
        String first = asOf(since(cycle, null));
        clock.advance(Duration.ofMinutes(1));
        result.value(2);
        String second = clock.instant().toString();
        clock.advance(Duration.ofMinutes(1));
        world.objective(cycle);
        Answer then = ask(SINCE, "cycle", cycle, "since", first, "asOf", second);
        assertThat(objectives(then)).containsExactly(goal.id);
        assertThat(asOf(then)).isEqualTo(second);
        assertThat(objectives(ask(SINCE, "cycle", cycle, "since", second, "asOf", second)))
                .isEmpty();
    }

    @Test
    void what_was_removed_by_hand_comes_last_with_its_last_content_and_when() {
        String cycle = world.cycle();
        Goal removed = world.objective(cycle, "Removed");
        Measured result = removed.reach(0, 10);
        Goal kept = world.objective(cycle);
        String loaded = asOf(since(cycle, null));
        clock.advance(Duration.ofMinutes(1));
        Instant at = clock.instant();
        sql.execute("delete from key_result where id = ?", Ids.uuid(Kind.KEY_RESULT, result.id));
        sql.execute("delete from objective where id = ?", Ids.uuid(Kind.OBJECTIVE, removed.id));
        clock.advance(Duration.ofMinutes(1));
        kept.reach(0, 1);

        Answer gone = since(cycle, loaded);
        assertThat(objectives(gone)).containsExactly(kept.id, removed.id);
        assertThat(gone.<String>list("cycleSummaryRows.nodes.removedAt")).containsExactly(null, at.toString());
        assertThat(gone.<String>list("cycleSummaryRows.nodes.title")).containsExactly(kept.title, "Removed");
        assertThat(results(gone)).hasSize(2).last().isEqualTo(result.id);
        assertThat(gone.string("keyResultRows.nodes[1].removedAt")).isEqualTo(at.toString());
        assertThat(sql.count(
                        "select count(*) from bi_v1.removed where id in (?, ?) and removed_at = ?::timestamptz",
                        removed.id,
                        result.id,
                        at.toString()))
                .isEqualTo(2);
        assertThat(objectives(since(cycle, asOf(gone)))).isEmpty();
    }

    private static Answer since(String cycle, String instant) {
        return ask(SINCE, "cycle", cycle, "since", instant);
    }

    private static String asOf(Answer answer) {
        return answer.string("cycleSummaryRows.asOf");
    }

    private static List<String> objectives(Answer answer) {
        return answer.list("cycleSummaryRows.nodes.objectiveId");
    }

    private static List<String> results(Answer answer) {
        return answer.list("keyResultRows.nodes.keyResultId");
    }
}
