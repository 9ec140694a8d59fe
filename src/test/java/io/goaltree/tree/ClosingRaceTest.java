package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Payload;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Writers that meet a closing. Everybody who writes waits for the log of changes while a test holds it, after it has decided
 * and before it commits: so the order of those who wait is the order in which they decided.
 */
@QuarkusTest
class ClosingRaceTest extends ApiTest {
    @Inject
    Sql sql;

    @Test
    void a_write_that_found_the_cycle_open_is_committed_before_the_closing_looks() throws Exception {
        String cycle = world.cycle();
        Map<String, Supplier<Payload>> writes = writes(cycle);
        Measured measured = world.objective(cycle).reach(0, 100);
        writes.put("check-in", () -> mutate("checkInRecord", input("keyResult", measured.id, "value", 70)));
        world.closing(cycle);
        List<CompletableFuture<Payload>> waiting = new ArrayList<>();
        CompletableFuture<Payload> closing;
        try (AutoCloseable held = sql.locked("change_event")) {
            for (Supplier<Payload> write : writes.values()) {
                waiting.add(Later.of(write));
                awaitWaiting(waiting.size());
            }
            closing = Later.of(() -> mutate("cycleClose", input("cycle", cycle)));
            awaitWaiting(waiting.size() + 1);
        }
        waiting.forEach(write -> write.join().done());
        closing.join().done();
        assertThat(measured.<String>get("current")).isEqualTo("70");
        assertThat(measured.<Double>get("score")).isEqualTo(0.7);
        assertThat(sql.count("""
                        select count(*) from (
                            select o.id from objective o where o.state <> 'CANCELLED' and o.cycle_id = cast(? as uuid)
                            union all
                            select k.id from key_result k join objective o on o.id = k.objective_id
                            where k.state <> 'CANCELLED' and o.cycle_id = cast(? as uuid)
                        ) live where not exists (
                            select from frozen_standing f where f.id = live.id and f.status <> 'CANCELLED'
                        )
                        """, cycle.substring(4), cycle.substring(4))).isZero();
    }

    @Test
    void a_write_that_meets_a_closing_waits_for_it_and_is_refused() throws Exception {
        String cycle = world.cycle();
        Map<String, Supplier<Payload>> writes = writes(cycle);
        Goal goal = world.objectiveAt(cycle, 50);
        world.closing(cycle);
        List<CompletableFuture<Payload>> waiting = new ArrayList<>();
        CompletableFuture<Payload> closing;
        try (AutoCloseable held = sql.locked("change_event")) {
            closing = Later.of(() -> mutate("cycleClose", input("cycle", cycle)));
            awaitWaiting(1);
            for (Supplier<Payload> write : writes.values()) {
                waiting.add(Later.of(write));
                awaitWaiting(1 + waiting.size());
            }
        }
        closing.join().done();
        for (CompletableFuture<Payload> write : waiting) {
            assertThat(write.join().userErrors())
                    .as(write.join().mutation())
                    .extracting(error -> error.get("code"))
                    .containsExactly("CYCLE_CLOSED");
        }
        assertThat(goal.ratio()).isEqualTo(0.5);
    }

    @Test
    void of_two_closings_at_once_both_succeed_and_one_does_it() throws Exception {
        String cycle = world.cycle();
        world.objectiveAt(cycle, 50);
        world.closing(cycle);
        CompletableFuture<Payload> one;
        CompletableFuture<Payload> other;
        try (AutoCloseable held = sql.locked("change_event")) {
            one = Later.of(() -> mutate("cycleClose", input("cycle", cycle)));
            awaitWaiting(1);
            other = Later.of(() -> mutate("cycleClose", input("cycle", cycle)));
            awaitWaiting(2);
        }
        assertThat(one.join().done().version()).isEqualTo(3);
        assertThat(other.join().done().version()).isEqualTo(3);
    }

    @Test
    void a_change_of_the_cycle_itself_that_meets_its_closing_is_refused() throws Exception {
        String cycle = world.closing(world.cycle());
        CompletableFuture<Payload> update;
        try (AutoCloseable held = sql.locked("change_event")) {
            CompletableFuture<Payload> closing = Later.of(() -> mutate("cycleClose", input("cycle", cycle)));
            awaitWaiting(1);
            update = Later.of(
                    () -> mutate("cycleUpdate", input("id", cycle, "expectedVersion", 2, "endsOn", "2026-12-30")));
            awaitWaiting(2);
            assertThat(closing).isNotDone();
        }
        assertThat(update.join().userErrors())
                .extracting(error -> error.get("code"))
                .containsExactly("VERSION_CONFLICT", "CYCLE_CLOSED");
        assertThat(ask("query($id: ID) { cycle(id: $id) { endsOn } }", "id", cycle)
                        .string("cycle.endsOn"))
                .isEqualTo("2026-12-31");
    }

    @Test
    void a_write_that_meets_a_cancellation_waits_for_it_and_is_refused() throws Exception {
        Goal goal = world.objective(world.cycle());
        Measured measured = goal.reach(0, 10);
        CompletableFuture<Payload> cancel;
        CompletableFuture<Payload> checkIn;
        try (AutoCloseable held = sql.locked("change_event")) {
            cancel = Later.of(() -> mutate("objectiveCancel", input("id", goal.id)));
            awaitWaiting(1);
            checkIn = Later.of(() -> mutate("checkInRecord", input("keyResult", measured.id, "value", 5)));
            awaitWaiting(2);
        }
        cancel.join().done();
        assertThat(checkIn.join().userErrors())
                .extracting(error -> error.get("code"))
                .containsExactly("WRONG_STATE");
        assertThat(measured.<String>get("current")).isNull();
    }

    /** One write of each kind into a cycle, none of which waits for another. */
    private Map<String, Supplier<Payload>> writes(String cycle) {
        Goal toUpdate = world.objective(cycle);
        Goal toCancel = world.objective(cycle);
        Goal goal = world.objective(cycle);
        Measured updated = goal.reach(0, 100);
        Measured cancelled = goal.reach(0, 100);
        Measured scored = goal.reach(0, 100);
        Measured marked = goal.milestones(1);
        Goal child = world.objective(world.cycle());
        String milestone = marked.<List<String>>get(
                        "measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id")
                .get(0);
        Map<String, Object> spec = input("title", "New", "reach", input("baseline", 0, "target", 1));
        Map<String, Supplier<Payload>> writes = new LinkedHashMap<>();
        add(writes, "objectiveCreate", input("cycle", cycle, "title", "New"));
        add(writes, "objectiveUpdate", input("id", toUpdate.id, "expectedVersion", 0, "title", "New"));
        add(writes, "objectiveCancel", input("id", toCancel.id));
        add(writes, "objectiveAlign", input("child", child.id, "parent", goal.id));
        add(writes, "keyResultCreate", input("objective", goal.id, "spec", spec));
        add(writes, "keyResultUpdate", input("id", updated.id, "expectedVersion", 0, "weight", 2));
        add(writes, "keyResultCancel", input("id", cancelled.id));
        add(writes, "keyResultScore", input("id", scored.id, "score", 1, "reason", "Done"));
        add(writes, "checkInRecord", input("keyResult", updated.id, "value", 50));
        add(writes, "milestoneMark", input("milestone", milestone, "done", true));
        return writes;
    }

    private static void add(Map<String, Supplier<Payload>> writes, String mutation, Map<String, Object> input) {
        writes.put(mutation, () -> mutate(mutation, input));
    }

    /** Until so many writers wait for a lock; who only reads the log does not count. */
    private void awaitWaiting(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        long waiting = 0;
        while (waiting < count) {
            assertThat(System.nanoTime()).as("%s of %s wait", waiting, count).isLessThan(deadline);
            Thread.onSpinWait();
            waiting = sql.count("select count(*) from pg_locks where not granted and mode <> 'AccessShareLock'");
        }
        assertThat(waiting).isEqualTo(count);
    }
}
