package io.goaltree.goal;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two writers at once: one wins, the other is told why not, and nobody meets a fault. */
@QuarkusTest
class RaceTest extends ApiTest {
    @Inject
    Sql sql;

    @Test
    void two_alignments_that_close_a_loop_together_leave_exactly_one_every_time() {
        String cycle = world.cycle();
        for (int i = 0; i < 30; i++) {
            Goal a = world.objective(cycle);
            Goal b = world.objective(cycle);
            assertOneWins(
                    "ALIGNMENT_LOOP",
                    () -> mutate("objectiveAlign", input("child", a.id, "parent", b.id)),
                    () -> mutate("objectiveAlign", input("child", b.id, "parent", a.id)));
            assertThat(sql.count(
                            "select count(*) from alignment where child_id in (cast(? as uuid), cast(? as uuid))",
                            a.id.substring(4),
                            b.id.substring(4)))
                    .isEqualTo(1);
        }
    }

    @RepeatedTest(10)
    void of_two_updates_with_one_version_exactly_one_wins() {
        Goal goal = world.objective(world.cycle());
        List<Payload> payloads = both(
                () -> mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "title", "One")),
                () -> mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "title", "Two")));
        List<Payload> refused = payloads.stream()
                .filter(payload -> !payload.userErrors().isEmpty())
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).userErrors().get(0))
                .containsEntry("code", "VERSION_CONFLICT")
                .containsEntry(
                        "message",
                        "expectedVersion is 0, but the current version is 1; read it again and repeat with that");
        assertThat(refused.get(0).id()).isEqualTo(goal.id);
        assertThat(refused.get(0).version()).isEqualTo(1);
        assertThat(ask("query($id: ID!) { objective(id: $id) { version } }", "id", goal.id)
                        .<Integer>get("objective.version"))
                .isEqualTo(1);
    }

    @RepeatedTest(10)
    void of_two_teams_with_one_key_exactly_one_is_made() {
        String key = world.key("race");
        Map<String, Object> input = input("key", key, "name", "A team");
        assertOneWins("DUPLICATE_KEY", () -> mutate("teamCreate", input), () -> mutate("teamCreate", input));
        assertThat(sql.count("select count(*) from team where key = ?", key)).isEqualTo(1);
    }

    @RepeatedTest(10)
    void of_two_people_with_one_email_exactly_one_is_made() {
        String email = world.email();
        assertOneWins(
                "DUPLICATE_KEY",
                () -> mutate("personCreate", input("name", "Ada", "email", email)),
                () -> mutate("personCreate", input("name", "Ada", "email", email.replace('s', 'S'))));
        assertThat(sql.count("select count(*) from person where lower(email) = lower(?)", email))
                .isEqualTo(1);
    }

    @RepeatedTest(10)
    void of_two_starts_of_a_cycle_exactly_one_wins() {
        String cycle = world.cycle();
        List<Payload> payloads = both(
                () -> mutate("cycleStart", input("cycle", cycle)), () -> mutate("cycleStart", input("cycle", cycle)));
        assertThat(payloads.stream().filter(payload -> payload.id() != null)).hasSize(1);
    }

    @RepeatedTest(10)
    void the_same_alignment_twice_at_once_is_made_once() {
        String cycle = world.cycle();
        Goal a = world.objective(cycle);
        Goal b = world.objective(cycle);
        both(
                        () -> mutate("objectiveAlign", input("child", a.id, "parent", b.id)),
                        () -> mutate("objectiveAlign", input("child", a.id, "parent", b.id, "weight", 2)))
                .forEach(Payload::done);
    }

    @RepeatedTest(10)
    void marks_of_one_key_result_at_once_are_all_taken() {
        Measured milestones = world.objective(world.cycle()).milestones(1, 1);
        List<String> ids = ask(
                        "query($id: ID!) { keyResult(id: $id) { measure { ... on MilestoneMeasure { milestones { id } } } } }",
                        "id",
                        milestones.id)
                .get("keyResult.measure.milestones.id");
        both(
                        () -> mutate("milestoneMark", input("milestone", ids.get(0), "done", true)),
                        () -> mutate("milestoneMark", input("milestone", ids.get(1), "done", true)))
                .forEach(Payload::done);
    }

    @RepeatedTest(10)
    void a_child_never_ends_up_outside_a_parent_that_shrinks_meanwhile() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        List<Payload> payloads = both(
                () -> mutate("cycleUpdate", input("id", year, "expectedVersion", 0, "endsOn", "2026-06-30")),
                () -> mutate(
                        "cycleCreate",
                        input(
                                "key",
                                world.key("late"),
                                "name",
                                "Late",
                                "startsOn",
                                "2026-10-01",
                                "endsOn",
                                "2026-12-31",
                                "parent",
                                year)));
        assertThat(payloads.stream().filter(payload -> payload.id() != null)).hasSize(1);
    }

    @Test
    void many_lists_by_status_at_once_do_not_wait_for_each_other() {
        String cycle = world.cycle();
        world.objectiveAt(cycle, 50);
        String query =
                "query($cycle: String) { objectives(filter: {cycle: $cycle, status: ON_TRACK}) { nodes { id } } }";
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            List<CompletableFuture<List<?>>> lists = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.<List<?>>supplyAsync(
                            () -> ask(query, "cycle", cycle).get("objectives.nodes"), callers))
                    .toList();
            assertThat(lists).allSatisfy(list -> assertThat(list.join()).hasSize(1));
        } finally {
            callers.shutdown();
        }
    }

    private static void assertOneWins(String code, Supplier<Payload> one, Supplier<Payload> other) {
        List<Payload> payloads = both(one, other);
        assertThat(payloads.stream().filter(payload -> payload.id() != null)).hasSize(1);
        List<Object> codes = payloads.stream()
                .flatMap(payload -> payload.userErrors().stream())
                .map(error -> error.get("code"))
                .toList();
        assertThat(codes).containsExactly(code);
    }

    private static List<Payload> both(Supplier<Payload> one, Supplier<Payload> other) {
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Payload> first = Later.of(() -> after(together, one));
        CompletableFuture<Payload> second = Later.of(() -> after(together, other));
        return List.of(first.join(), second.join());
    }

    private static Payload after(CyclicBarrier together, Supplier<Payload> request) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return request.get();
    }
}
