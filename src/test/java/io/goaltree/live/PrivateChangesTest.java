package io.goaltree.live;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who follows a cycle is told of what they see, and of nothing else. */
@QuarkusTest
@Timeout(60)
class PrivateChangesTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private String team;
    private String cycle;
    private Who insider;
    private Who outsider;

    @BeforeEach
    void teams() {
        team = world.team();
        cycle = world.cycle();
        insider = As.bound(Set.of(Right.READ), team);
        outsider = As.bound(Set.of(Right.READ), world.team());
    }

    @Test
    void nobody_is_told_of_what_they_do_not_see_not_even_that_something_happened() {
        Goal seen = world.objective(cycle);
        try (EventReader outside = follow(outsider);
                EventReader inside = follow(insider)) {
            String secret = secret("Secret");
            assertThat(inside.next()).contains("CREATED", "\"title\":\"Secret\"");
            String keyResult = mutate(
                            "keyResultCreate",
                            input(
                                    "objective",
                                    secret,
                                    "spec",
                                    input("title", "Result", "reach", input("baseline", 0, "target", 10))))
                    .done()
                    .id();
            assertThat(inside.next()).contains("CREATED", "KEY_RESULT", "\"title\":\"Result\"");
            mutate("checkInRecord", input("keyResult", keyResult, "value", 5, "note", "Note"))
                    .done();
            assertThat(inside.next()).contains("\"note\":\"Note\"");
            mutate("objectiveAlign", input("child", seen.id, "parent", secret, "weight", 1))
                    .done();
            assertThat(inside.next()).contains("UPDATED", seen.id);
            mutate("objectiveAlign", input("child", secret, "parent", world.objective(world.cycle()).id))
                    .done();
            assertThat(inside.next()).contains("UPDATED", secret);
            Goal marker = world.objective(cycle, "Marker");
            assertThat(outside.next()).contains("CREATED", "\"title\":\"Marker\"", marker.id);
            assertThat(inside.next()).contains(marker.id);
        }
    }

    @Test
    void what_becomes_private_is_told_no_more_and_what_becomes_public_is_told_from_then_on() {
        String goal = mutate("objectiveCreate", input("cycle", cycle, "title", "Mine", "team", team))
                .done()
                .id();
        try (EventReader outside = follow(outsider)) {
            update(goal, 0, "title", "One");
            assertThat(outside.next()).contains("\"title\":\"One\"");
            update(goal, 1, "visibility", "TEAM");
            update(goal, 2, "title", "Two");
            update(goal, 3, "visibility", "PUBLIC");
            assertThat(outside.next()).contains("UPDATED", "\"title\":\"Two\"");
            update(goal, 4, "title", "Three");
            assertThat(outside.next()).contains("\"title\":\"Three\"");
        }
    }

    @Test
    void what_stands_in_a_tree_by_way_of_something_unseen_is_not_told_there() {
        String elsewhere = world.cycle("2026-11-01", "2026-11-30");
        Goal below = world.objective(elsewhere, "Below");
        String secret = secret("Between");
        mutate("objectiveAlign", input("child", below.id, "parent", secret, "weight", 1))
                .done();
        try (EventReader outside = follow(outsider);
                EventReader inside = follow(insider)) {
            update(below.id, 0, "title", "Below it");
            assertThat(inside.next()).contains("Below it");
            world.objective(cycle, "Marker");
            assertThat(outside.next()).contains("Marker");
        }
    }

    @Test
    void followers_of_a_kpi_do_not_share_what_only_one_of_them_sees() {
        String kpi = world.kpi();
        World.values(kpi, FIRST, 50);
        String secret = secret("Secret");
        mutate("kpiPromote", input("kpi", kpi, "objective", secret, "target", 80, "title", "Promoted"))
                .done();
        mutate("guardrailAdd", input("objective", secret, "kpi", kpi)).done();
        String query = "subscription { kpiValueRecorded(kpis: [\"" + kpi + "\"]) { value kpi { keyResults { title }"
                + " guards { title } } } }";
        try (EventReader inside = EventReader.of(insider, query);
                EventReader outside = EventReader.of(outsider, query);
                EventReader whole = EventReader.of(Who.EVERYBODY, query)) {
            for (int day = 1; day < 6; day++) {
                World.values(kpi, FIRST.plusDays(day), 51);
                assertThat(whole.next()).contains("Promoted", "Secret");
                assertThat(inside.next()).contains("Promoted", "Secret");
                assertThat(outside.next()).contains("\"keyResults\":[]", "\"guards\":[]");
            }
        }
    }

    private String secret(String title) {
        return mutate("objectiveCreate", input("cycle", cycle, "title", title, "team", team, "visibility", "TEAM"))
                .done()
                .id();
    }

    private static void update(String goal, int version, String field, String value) {
        mutate("objectiveUpdate", input("id", goal, "expectedVersion", version, field, value))
                .done();
    }

    private EventReader follow(Who who) {
        return EventReader.of(
                who,
                "subscription { goalChanged(cycle: \"" + cycle + "\") { action subject objective { id title }"
                        + " keyResult { id title } checkIn { note } } }");
    }
}
