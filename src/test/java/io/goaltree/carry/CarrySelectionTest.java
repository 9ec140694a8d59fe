package io.goaltree.carry;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.carry.Carried.carried;
import static io.goaltree.carry.Carried.carry;
import static io.goaltree.carry.Carried.keyResults;
import static io.goaltree.carry.Carried.objective;
import static io.goaltree.carry.Carried.parents;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.guardrail.Guarded;
import io.goaltree.review.Reviewed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes along with a selection of objectives, and what does not. */
@QuarkusTest
class CarrySelectionTest extends ApiTest {
    @Inject
    Sql sql;

    private String before;
    private String next;

    @BeforeEach
    void twoCycles() {
        before = world.cycle("2026-10-01", "2026-12-31");
        next = world.cycle("2027-01-01", "2027-03-31");
    }

    @Test
    void guardrails_are_kept_also_those_of_archived_KPIs() {
        Goal goal = world.objective(before);
        String a = Guarded.kpi("carry-a");
        String b = Guarded.kpi("carry-b");
        Guarded.guard(goal, a);
        Guarded.guard(goal, b);
        Guarded.record(b, "2026-11-20", 1);
        mutate("kpiArchive", input("kpi", b)).done();
        sql.execute(
                "update guardrail set frozen_state = 'HELD' where objective_id = cast(? as uuid)",
                goal.id.substring(4));
        String copy = carried(next, goal).get(0);
        assertThat(Guarded.guardrails(copy))
                .containsExactly(Guarded.guardrail(a, "UNKNOWN", null), Guarded.guardrail(b, "BREACHED", "2026-11-20"));
    }

    @Test
    void the_review_it_was_opened_from_and_the_reason_despite_noise_are_kept() {
        String review = Reviewed.review(Reviewed.noise(world.kpi()));
        String goal = mutate(
                        "objectiveCreate",
                        input(
                                "cycle",
                                before,
                                "title",
                                "Opened",
                                "openedFrom",
                                review,
                                "despiteNoise",
                                "It always was too low"))
                .done()
                .id();
        String copy = carry(next, List.of(goal)).string("objectiveCarryOver.objectives[0].id");
        assertThat(objective(copy, "openedFrom { id } despiteNoise carriedFrom { id }"))
                .isEqualTo(input(
                        "openedFrom",
                        input("id", review),
                        "despiteNoise",
                        "It always was too low",
                        "carriedFrom",
                        input("id", goal)));
        assertThat(Reviewed.node(review, "objectives { id }").get("objectives"))
                .isEqualTo(List.of(input("id", goal), input("id", copy)));
    }

    @Test
    void a_diamond_inside_the_selection_stays_one_and_what_leads_outside_does_not_come_along() {
        Goal top = world.objective(before);
        Measured result = top.reach(0, 1);
        Goal left = world.objective(before).under(top, 2);
        Goal right = world.objective(before).under(top, "0.5").under(result, 3);
        Goal bottom = world.objective(before).under(right, 7).under(left);
        Goal outside = world.objective(before);
        left.under(outside, 4);
        outside.under(top);
        List<String> copies = carried(next, bottom, top, left, right);
        String copiedResult = (String) keyResults(copies.get(1), "id").get(0).get("id");
        assertThat(parents(copies.get(0))).containsExactly("7 " + copies.get(3), "1 " + copies.get(2));
        assertThat(parents(copies.get(1))).isEmpty();
        assertThat(parents(copies.get(2))).containsExactly("2 " + copies.get(1));
        assertThat(parents(copies.get(3))).containsExactly("0.5 " + copies.get(1), "3 " + copiedResult);
        assertThat(parents(outside.id)).containsExactly("1 " + top.id);
        assertThat(ask("query($id: String!) { goalTree(cycle: $id) { objectiveCount roots { id } } }", "id", next)
                        .<Object>get("goalTree"))
                .isEqualTo(input("objectiveCount", 4, "roots", List.of(input("id", copies.get(1)))));
    }

    @Test
    void an_alignment_to_a_cancelled_key_result_ends_with_it() {
        Goal top = world.objective(before);
        Measured result = top.reach(0, 1);
        Goal child = world.objective(before).under(result, 1);
        result.cancel();
        assertThat(parents(carried(next, top, child).get(1))).isEmpty();
    }

    @Test
    void the_copies_are_sorted_as_they_were_asked_for() {
        Goal a = world.objective(before);
        Goal b = world.objective(before);
        Goal c = world.objective(before);
        List<String> copies = carried(next, c, a, b);
        assertThat(ask("query($id: String!) { goalTree(cycle: $id) { objectives { id } } }", "id", next)
                        .<String>list("goalTree.objectives.id"))
                .isEqualTo(copies);
    }

    @Test
    void objectives_of_a_closed_cycle_and_of_several_cycles_are_carried_over() {
        String other = world.cycle("2026-07-01", "2026-09-30");
        Goal a = world.objective(before);
        Goal b = world.objective(other).under(a);
        sql.execute("update cycle set state = 'CLOSED' where id = cast(? as uuid)", before.substring(4));
        sql.execute("update objective set state = 'CLOSED' where id = cast(? as uuid)", a.id.substring(4));
        List<String> copies = carried(next, a, b);
        assertThat(objective(copies.get(0), "state")).isEqualTo(input("state", "OPEN"));
        assertThat(parents(copies.get(1))).containsExactly("1 " + copies.get(0));
    }

    /** A column that a later migration adds must be copied, or named here as one that is not. */
    @Test
    void every_column_of_what_is_copied_is_known_to_carry_over() {
        Map<String, List<String>> known = Map.of(
                "objective",
                List.of(
                        "ambition",
                        "cancelled_reason",
                        "carried_from",
                        "created_at",
                        "cycle_id",
                        "description",
                        "despite_noise",
                        "id",
                        "opened_from",
                        "owner_id",
                        "state",
                        "sys_by",
                        "sys_from",
                        "team_id",
                        "title",
                        "updated_at",
                        "version",
                        "visibility"),
                "key_result",
                List.of(
                        "baseline",
                        "cadence",
                        "cancelled_reason",
                        "carried_from",
                        "created_at",
                        "id",
                        "kpi_id",
                        "lower",
                        "measure",
                        "objective_id",
                        "owner_id",
                        "position",
                        "score",
                        "score_reason",
                        "state",
                        "sys_by",
                        "sys_from",
                        "target",
                        "title",
                        "unit",
                        "updated_at",
                        "upper",
                        "version",
                        "weight"),
                "milestone",
                List.of("done_at", "id", "key_result_id", "position", "sys_by", "sys_from", "title", "weight"),
                "guardrail",
                List.of(
                        "created_at",
                        "frozen_since",
                        "frozen_state",
                        "id",
                        "kpi_id",
                        "objective_id",
                        "sys_by",
                        "sys_from"),
                "alignment",
                List.of(
                        "child_id",
                        "created_at",
                        "id",
                        "parent_key_result_id",
                        "parent_objective_id",
                        "sys_by",
                        "sys_from",
                        "weight"));
        known.forEach((table, columns) -> {
            String names = String.join("','", columns);
            assertThat(sql.count(
                            "select count(*) from information_schema.columns where table_schema = 'public'"
                                    + " and table_name = ? and column_name not in ('" + names + "')",
                            table))
                    .as(table)
                    .isZero();
        });
    }
}
