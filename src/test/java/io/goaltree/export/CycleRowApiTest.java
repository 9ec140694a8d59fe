package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rows of cycles over GraphQL: what they say, and how they are paged. */
@QuarkusTest
class CycleRowApiTest extends ApiTest {
    private static final String PAGE = """
            query($cycle: String!, $asOf: DateTime, $since: DateTime, $first: Int, $after: String) {
              cycleSummaryRows(cycle: $cycle, asOf: $asOf, updatedSince: $since, first: $first, after: $after) {
                asOf nodes { objectiveId title } edges { cursor node { title } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
              keyResultRows(cycle: $cycle, asOf: $asOf, updatedSince: $since, first: $first) { asOf nodes { keyResultId } } }
            """;

    @Test
    void rows_say_what_the_goal_tree_says_field_for_field_of_every_kind_of_goal_and_of_a_closed_cycle() {
        EveryKind goals = new EveryKind(world);
        String opened = clock.instant().toString();
        assertEqual(goals.cycle, null, 7, 9);
        clock.advance(Duration.ofDays(20));
        assertEqual(goals.cycle, null, 7, 9);
        world.closing(goals.cycle);
        goals.reached.score(0.9);
        assertEqual(goals.cycle, null, 7, 9);
        clock.advance(Duration.ofHours(1));
        world.closed(goals.cycle);
        clock.advance(Duration.ofDays(40));
        goals.root.progress();
        assertEqual(goals.cycle, null, 7, 9);
        assertEqual(goals.cycle, opened, 7, 9);
    }

    @Test
    void rows_of_random_trees_say_what_their_goal_trees_say() {
        Random random = new Random(6_006);
        for (int tree = 0; tree < 4; tree++) {
            String cycle = world.cycle();
            List<Goal> goals = new java.util.ArrayList<>();
            List<Goal> cancelled = new java.util.ArrayList<>();
            for (int i = 0; i < 7; i++) {
                Goal goal = world.objective(cycle);
                if (i > 0 && random.nextInt(4) > 0) {
                    goal.under(goals.get(random.nextInt(i)), random.nextInt(3));
                }
                goals.add(goal);
                switch (random.nextInt(5)) {
                    case 0 -> goal.hold(random.nextInt(5), 9, "WEEKLY").value(random.nextInt(12));
                    case 1 -> goal.milestones(1, 2, random.nextInt(3)).done(random.nextInt(3));
                    case 2 -> goal.reach(random.nextInt(5), 10).value(random.nextInt(12));
                    case 3 -> goal.reach(5, 0, random.nextInt(3));
                    default -> cancelled.add(goal);
                }
            }
            cancelled.forEach(Goal::cancel);
            assertThat(RowDoors.overGraphQl("cycleSummaryRows", RowDoors.SUMMARY, cycle))
                    .isEqualTo(RowDoors.fromTree(cycle, null).get("cycleSummaryRows"));
            assertThat(RowDoors.overGraphQl("keyResultRows", RowDoors.KEY_RESULT, cycle))
                    .isEqualTo(RowDoors.fromTree(cycle, null).get("keyResultRows"));
        }
    }

    @Test
    void sums_over_the_rows_are_the_summary_of_the_cycle() {
        EveryKind goals = new EveryKind(world);
        List<Map<String, Object>> rows = RowDoors.overGraphQl("cycleSummaryRows", RowDoors.SUMMARY, goals.cycle);
        Answer summary =
                ask("query($c: String!) { cycleSummary(cycle: $c) { keyResults measured } }", "c", goals.cycle);
        assertThat(rows.stream()
                        .mapToDouble(row -> (Double) row.get("keyResults"))
                        .sum())
                .isEqualTo(summary.<Number>get("cycleSummary.keyResults").doubleValue())
                .isEqualTo(7);
        assertThat(rows.stream()
                        .mapToDouble(row -> (Double) row.get("measuredKeyResults"))
                        .sum())
                .isEqualTo(summary.<Number>get("cycleSummary.measured").doubleValue());
    }

    @Test
    void later_pages_are_of_the_state_of_the_first_one() {
        String cycle = world.cycle();
        Goal first = world.objective(cycle);
        Goal second = world.objective(cycle);
        Answer page = ask(PAGE, "cycle", cycle, "first", 1);
        assertThat(page.<String>list("cycleSummaryRows.nodes.objectiveId")).containsExactly(first.id);
        assertThat(page.<Boolean>get("cycleSummaryRows.pageInfo.hasNextPage")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        world.objective(cycle);
        mutate("objectiveUpdate", input("id", second.id, "expectedVersion", 0, "title", "Another"))
                .done();

        Answer next =
                ask(PAGE, "cycle", cycle, "first", 5, "after", page.string("cycleSummaryRows.pageInfo.endCursor"));
        assertThat(next.<String>list("cycleSummaryRows.nodes.title")).containsExactly(second.title);
        assertThat(next.string("cycleSummaryRows.asOf")).isEqualTo(page.string("cycleSummaryRows.asOf"));
        assertThat(next.<Boolean>get("cycleSummaryRows.pageInfo.hasNextPage")).isFalse();
        assertThat(next.<Boolean>get("cycleSummaryRows.pageInfo.hasPreviousPage"))
                .isTrue();
        assertThat(ask(PAGE, "cycle", cycle).<String>list("cycleSummaryRows.nodes.title"))
                .hasSize(3)
                .contains("Another");
    }

    @Test
    void a_cursor_of_another_cycle_or_made_by_hand_is_refused() {
        String cycle = world.cycle();
        world.objective(cycle);
        String cursor = ask(PAGE, "cycle", cycle).string("cycleSummaryRows.edges[0].cursor");
        String other = world.cycle();
        post(PAGE, "cycle", other, "after", cursor).refusedWith("INVALID_VALUE", "Cursor '");
        post(PAGE, "cycle", cycle, "after", cursor, "asOf", clock.instant().toString())
                .refusedWith("INVALID_VALUE", "Cursor '");
        post(PAGE, "cycle", cycle, "after", "x" + cursor.substring(1)).refusedWith("INVALID_VALUE", "Cursor '");
        assertThat(ask(PAGE, "cycle", cycle, "after", cursor).<Object>list("cycleSummaryRows.nodes"))
                .isEmpty();
    }

    @Test
    void an_unknown_cycle_an_instant_to_come_and_a_page_too_long_are_refused() {
        String one =
                "query($c: String!, $a: DateTime, $s: DateTime, $f: Int) { %s(cycle: $c, asOf: $a, updatedSince: $s,"
                        + " first: $f) { nodes { title } } }";
        for (String door : List.of("cycleSummaryRows", "keyResultRows")) {
            String query = one.formatted(door);
            String cycle = world.cycle();
            post(query, "c", World.unknown("cyc")).refusedWith("NOT_FOUND", "There is no Cycle 'cyc_");
            post(query, "c", cycle, "a", "2020-01-01T00:00:00Z").refusedWith("NOT_FOUND", "There is no Cycle");
            post(query, "c", cycle, "a", "2031-01-01T00:00:00Z").refusedWith("OUT_OF_RANGE", "asOf is 2031-01-01");
            post(query, "c", cycle, "s", "2031-01-01T00:00:00Z")
                    .refusedWith("OUT_OF_RANGE", "updatedSince is 2031-01-01T00:00:00Z; it must not be after now, ");
            post(query, "c", cycle, "a", "2026-11-22T00:00:00Z", "s", "2026-11-22T00:00:01Z")
                    .refusedWith(
                            "OUT_OF_RANGE",
                            "updatedSince is 2026-11-22T00:00:01Z; it must not be after asOf, 2026-11-22T00:00:00Z");
            post(query, "c", cycle, "f", 1001).refusedWith("OUT_OF_RANGE", "first is 1001");
        }
    }

    private static void assertEqual(String cycle, String asOf, int summaries, int results) {
        Map<String, List<Map<String, Object>>> told = RowDoors.fromTree(cycle, asOf);
        assertThat(told.get("cycleSummaryRows")).hasSize(summaries);
        assertThat(told.get("keyResultRows")).hasSize(results);
        if (asOf == null) {
            assertThat(RowDoors.overGraphQl("cycleSummaryRows", RowDoors.SUMMARY, cycle))
                    .isEqualTo(told.get("cycleSummaryRows"));
            assertThat(RowDoors.overGraphQl("keyResultRows", RowDoors.KEY_RESULT, cycle))
                    .isEqualTo(told.get("keyResultRows"));
        } else {
            Answer then = ask(
                    "query($c: String!, $a: DateTime) { cycleSummaryRows(cycle: $c, asOf: $a) { nodes { status } } }",
                    "c",
                    cycle,
                    "a",
                    asOf);
            assertThat(then.<Object>list("cycleSummaryRows.nodes.status"))
                    .isEqualTo(told.get("cycleSummaryRows").stream()
                            .map(row -> row.get("status"))
                            .toList());
        }
    }
}
