package io.goaltree.guardrail;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static io.goaltree.guardrail.Guarded.guard;
import static io.goaltree.guardrail.Guarded.guardrail;
import static io.goaltree.guardrail.Guarded.guardrails;
import static io.goaltree.guardrail.Guarded.kpi;
import static io.goaltree.guardrail.Guarded.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Payload;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuardrailApiTest extends ApiTest {
    @Inject
    Sql sql;

    private String cycle;
    private Goal goal;

    @BeforeEach
    void oneObjective() {
        cycle = world.cycle();
        goal = world.objective(cycle);
    }

    @Test
    void a_guardrail_is_unknown_then_held_then_breached_since_the_first_value_of_the_run() {
        String kpi = kpi("guard");
        guard(goal, kpi);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "UNKNOWN", null));
        record(kpi, "2026-11-01", 50);
        record(kpi, "2026-11-10", 90);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "HELD", null));
        record(kpi, "2026-11-12", 86);
        assertThat(guardrails(goal.id))
                .as("within the tolerance")
                .containsExactly(guardrail(kpi, "BREACHED", "2026-11-12"));
        record(kpi, "2026-11-20", 1);
        assertThat(guardrails(goal.id))
                .as("days without a value between")
                .containsExactly(guardrail(kpi, "BREACHED", "2026-11-12"));
        record(kpi, "2026-11-21", 100);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "HELD", null));
    }

    @Test
    void a_breach_without_any_healthy_value_began_with_the_first() {
        String kpi = kpi("guard");
        guard(goal, kpi);
        record(kpi, "2026-10-05", 1);
        record(kpi, "2026-11-02", 2);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "BREACHED", "2026-10-05"));
    }

    @Test
    void without_a_range_nothing_is_known() {
        String kpi = kpi("guard", "");
        guard(goal, kpi);
        record(kpi, "2026-11-20", 1);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "UNKNOWN", null));
    }

    @Test
    void each_value_is_judged_by_the_definition_in_force_for_its_period() {
        String was5 = kpi("guard-a", "lower: 5");
        String had10 = kpi("guard-b", "");
        for (String kpi : List.of(was5, had10)) {
            guard(goal, kpi);
            for (int day = 1; day <= 8; day++) {
                record(kpi, "2026-11-0" + day, 7);
            }
            sql.execute("""
                    insert into kpi_definition (id, kpi_id, number, effective_from, direction, lower, tolerance, recorded_at)
                    select gen_random_uuid(), id, 2, date '2026-11-06', 'HIGHER_IS_BETTER', 10, 0, updated_at from kpi
                    where key = ?
                    """, kpi);
        }
        assertThat(guardrails(goal.id))
                .containsExactly(guardrail(was5, "BREACHED", "2026-11-06"), guardrail(had10, "BREACHED", "2026-11-06"));
    }

    @Test
    void guardrails_are_sorted_by_key_and_a_KPI_knows_what_it_guards() {
        Goal other = world.objective(cycle);
        String b = kpi("guard-b");
        String a = kpi("guard-a");
        guard(other, b);
        guard(goal, b);
        guard(goal, a);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(a, "UNKNOWN", null), guardrail(b, "UNKNOWN", null));
        assertThat(guarded(b)).containsExactly(goal.id, other.id);
        assertThat(guarded(a)).containsExactly(goal.id);
        assertThat(guarded(kpi("guard"))).isEmpty();
    }

    @Test
    void adding_again_by_id_and_removing_what_is_not_there_change_nothing() {
        String kpi = kpi("guard");
        guard(goal, kpi);
        Map<String, String> before = sql.contents();
        String id =
                ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi).string("kpi.id");
        assertThat(mutate("guardrailAdd", input("objective", goal.id, "kpi", id))
                        .done()
                        .id())
                .isEqualTo(goal.id);
        mutate("guardrailRemove", input("objective", goal.id, "kpi", kpi("another")));
        assertThat(sql.contents().get("guardrail")).isEqualTo(before.get("guardrail"));
        mutate("guardrailRemove", input("objective", goal.id, "kpi", id)).done();
        assertThat(guardrails(goal.id)).isEmpty();
        Map<String, String> removed = sql.contents();
        mutate("guardrailRemove", input("objective", goal.id, "kpi", id)).done();
        assertThat(sql.contents()).isEqualTo(removed);
    }

    @Test
    void a_breach_never_counts_in_the_progress() {
        goal.reach(0, 100).value(50);
        Map<String, Object> before = goal.progress();
        String kpi = kpi("guard");
        record(kpi, "2026-11-20", 1);
        guard(goal, kpi);
        assertThat(goal.progress()).isEqualTo(before).containsEntry("ratio", 0.5);
    }

    @Test
    void what_is_not_there_is_not_found() {
        String kpi = kpi("guard");
        for (String mutation : List.of("guardrailAdd", "guardrailRemove")) {
            world.refused(mutation, input("objective", unknown("obj"), "kpi", kpi))
                    .with("NOT_FOUND", "input.objective", "There is no Objective");
            world.refused(mutation, input("objective", goal.id, "kpi", "no-such-kpi"))
                    .with("NOT_FOUND", "input.kpi", "There is no Kpi 'no-such-kpi'");
        }
    }

    @Test
    void an_archived_KPI_guards_nothing_more_but_can_be_removed() {
        String kpi = kpi("guard");
        guard(goal, kpi);
        mutate("kpiArchive", input("kpi", kpi)).done();
        mutate("guardrailAdd", input("objective", goal.id, "kpi", kpi)).done();
        Goal other = world.objective(cycle);
        world.refused("guardrailAdd", input("objective", other.id, "kpi", kpi))
                .with("WRONG_STATE", "input.kpi", kpi, "archived");
        mutate("guardrailRemove", input("objective", goal.id, "kpi", kpi)).done();
        assertThat(guardrails(goal.id)).isEmpty();
    }

    @Test
    void a_cancelled_objective_and_a_closed_cycle_take_no_guardrail_and_lose_none() {
        String kpi = kpi("guard");
        guard(goal, kpi);
        Goal cancelled = world.objective(cycle).cancel();
        for (String mutation : List.of("guardrailAdd", "guardrailRemove")) {
            world.refused(mutation, input("objective", cancelled.id, "kpi", kpi))
                    .with("WRONG_STATE", "input.objective", "cancelled");
        }
        sql.execute("update cycle set state = 'CLOSED' where id = cast(? as uuid)", cycle.substring(4));
        for (String mutation : List.of("guardrailAdd", "guardrailRemove")) {
            world.refused(mutation, input("objective", goal.id, "kpi", kpi)).with("CYCLE_CLOSED", "input.objective");
        }
    }

    @Test
    void an_objective_has_at_most_20_guardrails_even_when_two_are_added_at_once() {
        for (int i = 0; i < 19; i++) {
            guard(goal, kpi("guard"));
        }
        List<CompletableFuture<Payload>> both = Stream.of(kpi("guard"), kpi("guard"))
                .map(kpi -> Later.of(() -> mutate("guardrailAdd", input("objective", goal.id, "kpi", kpi))))
                .toList();
        assertThat(both.stream().map(one -> one.join().userErrors().size())).containsExactlyInAnyOrder(0, 1);
        assertThat(guardrails(goal.id)).hasSize(20);
        world.refused("guardrailAdd", input("objective", goal.id, "kpi", kpi("guard")))
                .with("TOO_MANY_ITEMS", "input.objective", "21", "20");
    }

    private static List<String> guarded(String kpi) {
        return ask("query($key: String) { kpi(key: $key) { guards { id } } }", "key", kpi)
                .list("kpi.guards.id");
    }
}
