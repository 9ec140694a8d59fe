package io.goaltree.audit;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.review.Reviewed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest extends ApiTest {
    private static final String HISTORY = """
            query($id: ID!, $first: Int, $after: String) { history(id: $id, first: $first, after: $after) {
              nodes { at by action type of fields { name before after } } pageInfo { hasNextPage endCursor } } }
            """;

    private void tick() {
        clock.advance(Duration.ofMinutes(1));
    }

    /** Each change as one line: time, action, type, and each field as name: before -> after. */
    private static List<String> lines(String id) {
        List<Map<String, Object>> changes = ask(HISTORY, "id", id).list("history.nodes");
        return changes.stream().map(HistoryTest::line).toList();
    }

    @SuppressWarnings("unchecked")
    private static String line(Map<String, Object> change) {
        List<String> parts = new ArrayList<>();
        for (Map<String, Object> field : (List<Map<String, Object>>) change.get("fields")) {
            parts.add(field.get("name") + ": " + field.get("before") + " -> " + field.get("after"));
        }
        return ((String) change.get("at")).substring(11, 16) + " " + change.get("action") + " " + change.get("type")
                + " " + String.join(", ", parts);
    }

    @Test
    void an_objective_tells_what_it_said_before_and_after_newest_first() {
        String cycle = world.cycle();
        String team = world.team();
        Goal parent = world.objective(cycle, "Above");
        tick();
        Goal goal = world.objective(cycle, "First");
        tick();
        mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "title", "Second", "team", team))
                .done();
        tick();
        goal.under(parent, "2.50");
        tick();
        goal.under(parent, 1);
        tick();
        mutate("objectiveUnalign", input("child", goal.id, "parent", parent.id)).done();
        tick();
        goal.cancel();
        String from = "child: " + goal.id + " -> null, parentObjective: " + parent.id + " -> null, weight: 1 -> null";
        assertThat(lines(goal.id))
                .containsExactly(
                        "09:36 UPDATED Objective cancelledReason: null -> No longer, state: OPEN -> CANCELLED",
                        "09:35 REMOVED Alignment " + from,
                        "09:34 UPDATED Alignment weight: 2.50 -> 1",
                        "09:33 CREATED Alignment child: null -> " + goal.id + ", parentObjective: null -> " + parent.id
                                + ", weight: null -> 2.50",
                        "09:32 UPDATED Objective team: null -> " + team + ", title: First -> Second",
                        "09:31 CREATED Objective ambition: null -> ASPIRATIONAL, cycle: null -> " + cycle
                                + ", state: null -> OPEN, title: null -> First, visibility: null -> PUBLIC");
        assertThat(lines(parent.id)).hasSize(4);
    }

    @Test
    void a_kpi_tells_of_its_reviews_and_an_objective_which_one_it_was_opened_from() {
        String kpi = Reviewed.noise(world.kpi());
        tick();
        String review = Reviewed.review(kpi, "It moved");
        List<String> lines = lines(review);
        assertThat(lines).hasSize(1);
        String id = Reviewed.node(review, "kpi { id }").toString().replaceAll(".*id=|}.*", "");
        assertThat(lines.get(0))
                .isEqualTo("09:31 CREATED KpiReview decision: null -> WATCH, health: null -> HEALTHY, kpi: null -> "
                        + id + ", recordedAt: null -> 2026-11-22T09:31:00Z, whatChanged: null -> It moved");
        assertThat(lines(id).get(0)).isEqualTo(lines.get(0));
        tick();
        String goal = mutate(
                        "objectiveCreate",
                        input("cycle", world.cycle(), "title", "Opened", "openedFrom", review, "despiteNoise", "Still"))
                .done()
                .id();
        assertThat(lines(goal).get(0)).contains("despiteNoise: null -> Still, openedFrom: null -> " + review);
    }

    @Test
    void a_key_result_tells_of_its_check_ins_in_the_order_they_were_recorded() {
        Measured measured = world.objective(world.cycle()).reach(0, 10);
        tick();
        measured.value(5, "2026-11-20T00:00:00Z");
        tick();
        measured.value(3, "2026-11-10T00:00:00Z");
        List<String> lines = lines(measured.id);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("09:32 CREATED CheckIn ")
                .contains(
                        "measuredAt: null -> 2026-11-10T00:00:00Z",
                        "recordedAt: null -> 2026-11-22T09:32:00Z",
                        "value: null -> 3");
        assertThat(lines.get(1)).contains("value: null -> 5");
        assertThat(lines.get(2))
                .startsWith("09:30 CREATED KeyResult baseline: null -> 0, measure: null -> REACH, objective: ");
        assertThat(ask(HISTORY, "id", measured.id).<String>get("history.nodes[0].of"))
                .startsWith("chk_");
        assertThat(ask(HISTORY, "id", measured.id).<String>get("history.nodes[0].by"))
                .isEqualTo(ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class));
    }

    @Test
    void marking_a_milestone_is_one_change() {
        Measured measured = world.objective(world.cycle()).milestones(1);
        tick();
        measured.done(0);
        assertThat(lines(measured.id).get(0)).isEqualTo("09:31 UPDATED Milestone doneAt: null -> 2026-11-22T09:31:00Z");
        assertThat(lines(measured.id)).hasSize(3);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        Measured measured = world.objective(world.cycle()).reach(0, 100);
        for (int i = 1; i <= 10; i++) {
            tick();
            measured.value(i);
        }
        List<String> found = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            var page = ask(HISTORY, "id", measured.id, "first", 3, "after", after);
            page.<Map<String, Object>>list("history.nodes").forEach(change -> found.add(line(change)));
            after = page.string("history.pageInfo.endCursor");
            more = page.get("history.pageInfo.hasNextPage");
        }
        assertThat(found).hasSize(11).isEqualTo(lines(measured.id));
    }

    @Test
    void everything_with_an_id_has_a_history() {
        String kpi = world.key("kpi");
        String kpiId = mutate(
                        "kpiCreate",
                        input(
                                "key",
                                kpi,
                                "name",
                                "K",
                                "direction",
                                "HIGHER_IS_BETTER",
                                "cadence",
                                "DAILY",
                                "lower",
                                "1.50"))
                .done()
                .id();
        assertThat(lines(kpiId)).hasSize(2).allMatch(line -> line.startsWith("09:30 CREATED Kpi"));
        assertThat(lines(world.cycle())).hasSize(1);
        assertThat(lines(world.team())).hasSize(1);
        assertThat(lines(world.person())).hasSize(1);
    }

    @Test
    void an_id_of_nothing_is_refused() {
        for (String id : List.of(World.unknown("obj"), "nonsense", "obj_1")) {
            post(HISTORY, "id", id).refusedWith("NOT_FOUND", id);
        }
    }
}
