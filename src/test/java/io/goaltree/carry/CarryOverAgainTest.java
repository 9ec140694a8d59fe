package io.goaltree.carry;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.carry.Carried.carried;
import static io.goaltree.carry.Carried.carry;
import static io.goaltree.carry.Carried.ids;
import static io.goaltree.carry.Carried.keyResults;
import static io.goaltree.carry.Carried.objective;
import static io.goaltree.carry.Carried.parents;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.World.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Carrying over what was carried over before, at once, or not at all. */
@QuarkusTest
class CarryOverAgainTest extends ApiTest {
    @Inject
    Sql sql;

    private String before;
    private String next;
    private Goal a;
    private Goal b;

    @BeforeEach
    void twoCycles() {
        before = world.cycle("2026-10-01", "2026-12-31");
        next = world.cycle("2027-01-01", "2027-03-31");
        a = world.objective(before);
        b = world.objective(before);
    }

    @Test
    void a_repeated_call_answers_the_same_copies_and_changes_nothing() {
        a.reach(0, 100).value(50);
        a.under(b);
        List<String> copies = carried(next, a, b);
        Map<String, String> contents = sql.contents();
        assertThat(carried(next, b, a)).containsExactly(copies.get(1), copies.get(0));
        assertThat(sql.contents()).isEqualTo(contents);
    }

    @Test
    void what_is_added_to_the_selection_later_is_aligned_with_the_copies_that_are_there() {
        a.under(b, 3);
        String copy = carried(next, a).get(0);
        assertThat(parents(copy)).isEmpty();
        List<String> both = carried(next, a, b);
        assertThat(both.get(0)).isEqualTo(copy);
        assertThat(parents(copy)).containsExactly("3 " + both.get(1));
    }

    @Test
    void a_cancelled_copy_is_not_answered_again() {
        String copy = carried(next, a).get(0);
        mutate("objectiveCancel", input("id", copy)).done();
        String second = carried(next, a).get(0);
        assertThat(second).isNotEqualTo(copy);
        assertThat(objective(second, "state carriedFrom { id }"))
                .isEqualTo(input("state", "OPEN", "carriedFrom", input("id", a.id)));
    }

    @Test
    void a_copy_can_be_carried_on_and_the_original_into_another_cycle_still() {
        a.reach(0, 100).value(50);
        String later = world.cycle("2027-04-01", "2027-06-30");
        String copy = carried(next, a).get(0);
        String onward = carry(later, List.of(copy))
                .<String>list("objectiveCarryOver.objectives.id")
                .get(0);
        String direct = carried(later, a).get(0);
        assertThat(List.of(copy, onward, direct)).doesNotHaveDuplicates();
        assertThat(objective(onward, "carriedFrom { carriedFrom { id } }"))
                .isEqualTo(input("carriedFrom", input("carriedFrom", input("id", a.id))));
        assertThat(keyResults(onward, "carriedFrom { carriedFrom { objective { id } } }"))
                .containsExactly(input("carriedFrom", input("carriedFrom", input("objective", input("id", a.id)))));
    }

    @RepeatedTest(3)
    void two_calls_at_once_make_one_copy_of_each() {
        a.under(b);
        List<CompletableFuture<List<String>>> calls = Stream.generate(() -> Later.of(() -> carried(next, a, b)))
                .limit(4)
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(sql.count("select count(*) from objective where cycle_id = cast(? as uuid)", next.substring(4)))
                .isEqualTo(2);
    }

    @Test
    void copies_that_were_aligned_the_other_way_round_meanwhile_are_not_made_a_loop() {
        Goal between = world.objective(before).under(b);
        a.under(between);
        List<String> copies = carried(next, a, b);
        mutate("objectiveAlign", input("child", copies.get(1), "parent", copies.get(0)))
                .done();
        assertThat(refused(next, ids(a, b, between)).all())
                .containsExactly("ALIGNMENT_LOOP input.objectives.0", "ALIGNMENT_LOOP input.objectives.2");
        assertThat(carried(next, a, b)).isEqualTo(copies);
    }

    @Test
    void what_is_not_there_is_not_found_at_its_place() {
        Refusal refusal = refused(next, List.of(a.id, unknown("obj"), "no id", before));
        refusal.and(0, "NOT_FOUND", "input.objectives.1", "There is no Objective 'obj_");
        refusal.and(1, "NOT_FOUND", "input.objectives.2", "There is no Objective 'no id'");
        refusal.and(2, "NOT_FOUND", "input.objectives.3", "Cycle");
        assertThat(refusal.userErrors()).extracting(it -> it.get("index")).containsExactly(1, 2, 3);
        refused("no-such-cycle", ids(a)).with("NOT_FOUND", "input.into", "There is no Cycle 'no-such-cycle'");
    }

    @Test
    void none_more_than_200_and_one_twice_are_refused() {
        refused(next, List.of()).with("REQUIRED", "input.objectives", "empty");
        refused(next, Collections.nCopies(201, a.id)).with("TOO_MANY_ITEMS", "input.objectives", "201", "200");
        refused(next, List.of(a.id, b.id, a.id)).with("INVALID_VALUE", "input.objectives.2", a.title, "already");
    }

    @Test
    void a_cancelled_objective_and_one_of_that_cycle_are_refused_and_the_others_with_them() {
        Goal cancelled = world.objective(before).cancel();
        refused(next, ids(a, cancelled)).with("WRONG_STATE", "input.objectives.1", cancelled.title, "cancelled");
        Goal there = world.objective(next);
        refused(next, ids(there, a)).with("INVALID_VALUE", "input.objectives.0", there.title);
    }

    @Test
    void a_closed_cycle_gets_no_copies() {
        sql.execute("update cycle set state = 'CLOSED' where id = cast(? as uuid)", next.substring(4));
        refused(next, ids(a)).with("CYCLE_CLOSED", "input.into", "closed");
    }

    private Refusal refused(String into, List<String> objectives) {
        Map<String, String> contents = sql.contents();
        Answer answer = carry(into, objectives);
        assertThat(sql.contents()).as(answer.text()).isEqualTo(contents);
        assertThat(answer.<Object>list("objectiveCarryOver.objectives")).isEmpty();
        return new Refusal(answer.list("objectiveCarryOver.userErrors"));
    }
}
