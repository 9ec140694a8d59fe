package io.goaltree.guardrail;

import static io.goaltree.guardrail.Guarded.guard;
import static io.goaltree.guardrail.Guarded.guardrail;
import static io.goaltree.guardrail.Guarded.guardrails;
import static io.goaltree.guardrail.Guarded.kpi;
import static io.goaltree.guardrail.Guarded.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.cycle.CycleClosed;
import io.goaltree.cycle.CycleReopened;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuardrailFreezingTest extends ApiTest {
    @Inject
    Event<CycleClosed> closed;

    @Inject
    Event<CycleReopened> reopened;

    @Test
    void a_closed_cycle_keeps_its_guardrails_as_they_stood_until_it_is_reopened() {
        String cycle = world.cycle();
        UUID id = Ids.uuid(Kind.CYCLE, cycle);
        String held = kpi("guard-1");
        String breached = kpi("guard-2");
        String unknown = kpi("guard-3");
        Goal goal = world.objective(cycle);
        Goal elsewhere = world.objective(world.cycle());
        for (String kpi : new String[] {held, breached, unknown}) {
            guard(goal, kpi);
            guard(elsewhere, kpi);
        }
        record(held, "2026-11-10", 95);
        record(breached, "2026-11-10", 80);
        record(breached, "2026-11-11", 80);

        QuarkusTransaction.requiringNew().run(() -> closed.fire(new CycleClosed(id)));
        record(held, "2026-11-20", 1);
        record(breached, "2026-11-20", 95);
        record(unknown, "2026-11-20", 95);
        assertThat(guardrails(goal.id))
                .containsExactly(
                        guardrail(held, "HELD", null),
                        guardrail(breached, "BREACHED", "2026-11-10"),
                        guardrail(unknown, "UNKNOWN", null));
        assertThat(guardrails(elsewhere.id))
                .as("of another cycle")
                .containsExactly(
                        guardrail(held, "BREACHED", "2026-11-20"),
                        guardrail(breached, "HELD", null),
                        guardrail(unknown, "HELD", null));

        QuarkusTransaction.requiringNew().run(() -> reopened.fire(new CycleReopened(id)));
        assertThat(guardrails(goal.id)).isEqualTo(guardrails(elsewhere.id));
    }

    @Test
    void what_is_frozen_is_gone_with_the_transaction_that_did_not_close_the_cycle() {
        String cycle = world.cycle();
        UUID id = Ids.uuid(Kind.CYCLE, cycle);
        Goal goal = world.objective(cycle);
        String kpi = kpi("guard");
        guard(goal, kpi);
        QuarkusTransaction.begin();
        closed.fire(new CycleClosed(id));
        QuarkusTransaction.rollback();
        record(kpi, "2026-11-20", 95);
        assertThat(guardrails(goal.id)).containsExactly(guardrail(kpi, "HELD", null));
        assertThatThrownBy(() -> closed.fire(new CycleClosed(id)))
                .as("only in the transaction that closes")
                .isInstanceOf(Exception.class);
    }

    @Test
    void a_cycle_without_guardrails_closes_all_the_same() {
        UUID id = Ids.uuid(Kind.CYCLE, world.cycle());
        QuarkusTransaction.requiringNew().run(() -> closed.fire(new CycleClosed(id)));
        QuarkusTransaction.requiringNew().run(() -> reopened.fire(new CycleReopened(id)));
    }
}
