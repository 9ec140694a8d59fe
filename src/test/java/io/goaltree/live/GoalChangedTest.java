package io.goaltree.live;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.values;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.EventsMissed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GoalChangedTest extends ApiTest {
    private static final String FOLLOW = """
            subscription($cycle: String!) { goalChanged(cycle: $cycle) {
                action subject cycle { id } objective { id title } keyResult { id current } checkIn { value }
            } }
            """;

    @Inject
    Streams streams;

    @Inject
    LiveGoals live;

    @Test
    void an_objective_is_told_when_it_comes_when_it_changes_and_when_it_is_cancelled() throws Exception {
        String cycle = world.cycle();
        try (Follower follower = follow(cycle)) {
            Goal goal = world.objective(cycle, "Punctual");
            assertThat(follower.told(1)).containsExactly(objective(cycle, "CREATED", goal.id, "Punctual"));
            mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "title", "More punctual"))
                    .done();
            assertThat(follower.told(2).get(1)).isEqualTo(objective(cycle, "UPDATED", goal.id, "More punctual"));
            goal.cancel();
            assertThat(follower.told(3).get(2)).isEqualTo(objective(cycle, "UPDATED", goal.id, "More punctual"));
        }
    }

    @Test
    void what_one_transaction_does_to_a_thing_is_one_event() throws Exception {
        String cycle = world.cycle();
        Goal parent = world.objective(cycle);
        try (Follower follower = follow(cycle)) {
            mutate(
                            "objectiveCreate",
                            input(
                                    "cycle",
                                    cycle,
                                    "title",
                                    "Whole",
                                    "parent",
                                    parent.id,
                                    "keyResults",
                                    List.of(
                                            input("title", "Steps", "milestones", steps(3)),
                                            input("title", "Far", "reach", input("baseline", 0, "target", 1)))))
                    .done();
            assertThat(follower.told(3))
                    .extracting(event -> event.get("action") + " " + event.get("subject"))
                    .containsExactly("CREATED OBJECTIVE", "CREATED KEY_RESULT", "CREATED KEY_RESULT");
            Measured steps = parent.milestones(1, 1);
            follower.told(4);
            steps.done(0);
            assertThat(follower.told(5).get(4))
                    .containsEntry("action", "UPDATED")
                    .containsEntry("subject", "KEY_RESULT");
        }
    }

    @Test
    void a_cycle_that_closes_and_opens_again_is_one_event_each_in_every_tree_it_contributes_to() throws Exception {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle();
        Goal top = world.objective(year);
        for (int i = 0; i < 5; i++) {
            world.objectiveAt(quarter, 50).under(top);
        }
        world.closing(quarter);
        Map<String, Object> told = input(
                "action",
                "UPDATED",
                "subject",
                "CYCLE",
                "cycle",
                null,
                "objective",
                null,
                "keyResult",
                null,
                "checkIn",
                null);
        try (Follower ofYear = follow(year);
                Follower ofQuarter = follow(quarter)) {
            world.closed(quarter);
            mutate("cycleReopen", input("cycle", quarter, "reason", "Again")).done();
            world.objective(quarter);
            world.objective(year);
            told.put("cycle", Map.of("id", quarter));
            assertThat(ofQuarter.told(3).subList(0, 2)).containsExactly(told, told);
            told.put("cycle", Map.of("id", year));
            assertThat(ofYear.told(3).subList(0, 2)).containsExactly(told, told);
        }
    }

    @Test
    void a_check_in_updates_its_key_result_and_comes_with_the_state_after_it() throws Exception {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle, "Goal");
        Measured measured = goal.reach(0, 100);
        try (Follower follower = follow(cycle)) {
            measured.value("12.50");
            assertThat(follower.told(1))
                    .containsExactly(input(
                            "action",
                            "UPDATED",
                            "subject",
                            "KEY_RESULT",
                            "cycle",
                            Map.of("id", cycle),
                            "objective",
                            Map.of("id", goal.id, "title", "Goal"),
                            "keyResult",
                            Map.of("id", measured.id, "current", "12.50"),
                            "checkIn",
                            Map.of("value", "12.50")));
        }
    }

    @Test
    void a_value_of_a_kpi_updates_the_key_results_it_feeds() throws Exception {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle, "Goal");
        String kpi = world.kpi();
        values(kpi, LocalDate.parse("2026-11-01"), 1);
        Measured fed = goal.fed(kpi, 10);
        try (Follower follower = follow(cycle)) {
            values(kpi, LocalDate.parse("2026-11-02"), "2.50", "3.50");
            assertThat(follower.told(1))
                    .containsExactly(input(
                            "action",
                            "UPDATED",
                            "subject",
                            "KEY_RESULT",
                            "cycle",
                            Map.of("id", cycle),
                            "objective",
                            Map.of("id", goal.id, "title", "Goal"),
                            "keyResult",
                            Map.of("id", fed.id, "current", "3.50"),
                            "checkIn",
                            null));
            fed.cancel();
            follower.told(2);
            values(kpi, LocalDate.parse("2026-11-04"), 4);
            goal.cancel();
            assertThat(follower.told(3).get(2)).containsEntry("subject", "OBJECTIVE");
        }
    }

    @Test
    void a_check_in_on_a_grandchild_in_another_cycle_is_told_wherever_it_contributes() throws Exception {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle();
        String month = world.cycle("2026-11-01", "2026-11-30");
        Goal top = world.objective(year);
        Goal middle = world.objective(quarter).under(top);
        Goal bottom = world.objective(month).under(middle);
        Measured measured = bottom.reach(0, 100);
        String other = world.cycle();
        try (Follower ofYear = follow(year);
                Follower ofQuarter = follow(quarter);
                Follower ofMonth = follow(month);
                Follower ofOther = follow(other)) {
            measured.value(1);
            assertThat(ofYear.told(1).get(0)).containsEntry("cycle", Map.of("id", year));
            assertThat(ofQuarter.told(1).get(0)).containsEntry("cycle", Map.of("id", quarter));
            assertThat(ofMonth.told(1).get(0)).containsEntry("cycle", Map.of("id", month));
            Goal last = world.objective(other);
            assertThat(ofOther.told(1).get(0)).containsEntry("objective", Map.of("id", last.id, "title", last.title));
        }
    }

    @Test
    void an_alignment_that_comes_or_goes_is_told_at_both_ends() throws Exception {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle();
        Goal parent = world.objective(year);
        Goal child = world.objective(quarter);
        try (Follower above = follow(year);
                Follower below = follow(quarter)) {
            child.under(parent);
            assertThat(above.told(1)).containsExactly(objective(year, "UPDATED", child.id, child.title));
            assertThat(below.told(1)).containsExactly(objective(quarter, "UPDATED", child.id, child.title));
            mutate("objectiveUnalign", input("child", child.id, "parent", parent.id))
                    .done();
            assertThat(above.told(2).get(1)).isEqualTo(objective(year, "UPDATED", child.id, child.title));
            assertThat(below.told(2).get(1)).isEqualTo(objective(quarter, "UPDATED", child.id, child.title));
        }
    }

    @Test
    void what_is_aligned_to_a_key_result_is_told_where_that_key_result_is_shown() throws Exception {
        String year = world.cycle("2026-01-01", "2026-12-31");
        Goal explained = world.objective(year);
        Goal explaining = world.objective(world.cycle()).under(explained.reach(0, 1), 1);
        try (Follower follower = follow(year)) {
            explaining.reach(0, 100);
            assertThat(follower.told(1).get(0))
                    .containsEntry("objective", Map.of("id", explaining.id, "title", explaining.title));
        }
    }

    @Test
    void a_cycle_that_changes_is_told_in_its_own_tree_and_in_those_it_contributes_to() throws Exception {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String quarter = world.cycle();
        world.objective(quarter).under(world.objective(year));
        try (Follower above = follow(year);
                Follower own = follow(quarter)) {
            mutate("cycleStart", input("cycle", quarter)).done();
            for (Follower follower : List.of(above, own)) {
                assertThat(follower.told(1).get(0))
                        .containsEntry("subject", "CYCLE")
                        .containsEntry("action", "UPDATED")
                        .containsEntry("objective", null)
                        .containsEntry("keyResult", null);
            }
        }
    }

    @Test
    void a_refused_write_is_not_told() throws Exception {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        try (Follower follower = follow(cycle)) {
            world.refused("objectiveUpdate", input("id", goal.id, "expectedVersion", 7, "title", "Never"));
            goal.cancel();
            follower.told(1);
        }
    }

    @Test
    void events_are_mapped_on_worker_threads_and_see_progress() throws Exception {
        String cycle = world.cycle();
        Measured measured = world.objective(cycle).reach(0, 100);
        try (Follower follower = Follower.of(
                streams,
                "subscription($cycle: String!) { goalChanged(cycle: $cycle) { objective { progress { ratio } } } }",
                "cycle",
                cycle)) {
            measured.value(25);
            assertThat(follower.told(1).get(0))
                    .isEqualTo(Map.of("objective", Map.of("progress", Map.of("ratio", 0.25))));
            measured.value(50);
            assertThat(follower.told(2).get(1))
                    .isEqualTo(Map.of("objective", Map.of("progress", Map.of("ratio", 0.5))));
            assertThat(follower.threads()).allMatch(name -> name.startsWith("executor-thread"));
        }
    }

    @Test
    void a_field_that_fails_is_an_error_of_its_event_and_the_next_one_is_told() throws Exception {
        String cycle = world.cycle();
        Measured measured = world.objective(cycle).reach(0, 100);
        try (Follower follower = Follower.of(streams, """
                subscription($cycle: String!) { goalChanged(cycle: $cycle) {
                    keyResult { checkIns(first: 1, last: 1) { nodes { value } } }
                } }
                """, "cycle", cycle)) {
            measured.value(1);
            measured.value(2);
            List<GraphQLError> errors = follower.errorsOf(2);
            assertThat(errors).hasSize(2);
            assertThat(errors.get(0).getExtensions()).containsEntry("code", "INVALID_VALUE");
            assertThat(follower.isGoingOn()).isTrue();
        }
    }

    @Test
    void a_cycle_that_does_not_exist_is_refused() {
        List<GraphQLError> errors = Follower.refused(streams, FOLLOW, "cycle", "no-such-cycle");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getMessage()).isEqualTo("There is no Cycle 'no-such-cycle'");
        assertThat(errors.get(0).getExtensions()).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void a_follower_is_told_when_events_may_be_missing() throws Exception {
        try (Follower follower = follow(world.cycle())) {
            live.missed();
            assertThat(follower.failure()).isInstanceOf(EventsMissed.class);
        }
    }

    @Test
    void a_cycle_is_followed_by_its_key_too() throws Exception {
        String cycle = world.cycle();
        String key = GraphQl.ask("query($id: ID!) { cycle(id: $id) { key } }", "id", cycle)
                .string("cycle.key");
        try (Follower follower = follow(key)) {
            world.objective(cycle);
            follower.told(1);
        }
    }

    private Follower follow(String cycle) {
        return Follower.of(streams, FOLLOW, "cycle", cycle);
    }

    private static Map<String, Object> objective(String cycle, String action, String id, String title) {
        return input(
                "action",
                action,
                "subject",
                "OBJECTIVE",
                "cycle",
                Map.of("id", cycle),
                "objective",
                Map.of("id", id, "title", title),
                "keyResult",
                null,
                "checkIn",
                null);
    }

    private static List<Map<String, Object>> steps(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(step -> input("title", "Step " + step))
                .toList();
    }
}
