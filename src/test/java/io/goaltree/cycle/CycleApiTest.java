package io.goaltree.cycle;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CycleApiTest extends ApiTest {

    @Test
    void a_cycle_is_read_by_id_and_by_key_with_its_parents() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String key = world.key("quarter");
        String id = mutate(
                        "cycleCreate",
                        input(
                                "key",
                                key,
                                "name",
                                "Q4",
                                "startsOn",
                                "2026-10-01",
                                "endsOn",
                                "2026-12-31",
                                "parent",
                                year))
                .done()
                .id();
        var expected = input(
                "id",
                id,
                "key",
                key,
                "name",
                "Q4",
                "startsOn",
                "2026-10-01",
                "endsOn",
                "2026-12-31",
                "state",
                "PLANNED",
                "version",
                0,
                "expected",
                0.576087,
                "parent",
                input("id", year, "parent", null));
        String query = "query($id: ID, $key: String) { cycle(id: $id, key: $key)"
                + " { id key name startsOn endsOn state version expected parent { id parent { id } } } }";
        assertThat(ask(query, "id", id).<Map<String, Object>>get("cycle")).isEqualTo(expected);
        assertThat(ask(query, "key", key).<Map<String, Object>>get("cycle")).isEqualTo(expected);
    }

    @Test
    void expected_is_a_half_on_the_15th_of_a_month_of_30_days_and_0_before_and_1_from_the_last_day() {
        String april = world.cycle("2027-04-01", "2027-04-30");
        assertThat(expectedAt(april, "2027-03-31T23:59:59Z")).isEqualTo(0.0);
        assertThat(expectedAt(april, "2027-04-01T00:00:00Z")).isEqualTo(0.033333);
        assertThat(expectedAt(april, "2027-04-15T12:00:00Z")).isEqualTo(0.5);
        assertThat(expectedAt(april, "2027-04-30T00:00:00Z")).isEqualTo(1.0);
        assertThat(expectedAt(april, "2027-05-20T00:00:00Z")).isEqualTo(1.0);
    }

    @Test
    void a_cycle_is_asked_for_by_exactly_one_of_id_and_key_and_unknown_ones_are_null() {
        GraphQl.post("{ cycle { id } }").refusedWith("INVALID_VALUE", "neither");
        GraphQl.post("{ cycle(id: \"a\", key: \"b\") { id } }").refusedWith("INVALID_VALUE", "both");
        for (String id : List.of(unknown("cyc"), "cyc_1", world.team(), "a\u0000b", "")) {
            assertThat(ask("query($id: ID) { cycle(id: $id) { id } }", "id", id).<Object>get("cycle"))
                    .isNull();
        }
    }

    @Test
    void a_cycle_of_one_day_is_taken_and_one_that_ends_before_it_starts_refused() {
        world.cycle("2026-11-22", "2026-11-22");
        world.refused("cycleCreate", create(world.key("cycle"), "2026-11-22", "2026-11-21", null))
                .with("OUT_OF_RANGE", "input.endsOn", "2026-11-21", "2026-11-22");
        String id = world.cycle("2026-11-01", "2026-11-30");
        world.refused("cycleUpdate", input("id", id, "expectedVersion", 0, "endsOn", "2026-10-31"))
                .with("OUT_OF_RANGE", "input.endsOn", "2026-10-31", "2026-11-01");
    }

    @Test
    void a_cycle_outside_1900_to_2999_is_refused() {
        world.refused("cycleCreate", create(world.key("cycle"), "1899-12-31", "1900-12-31", null))
                .with("OUT_OF_RANGE", "input.startsOn", "1899-12-31");
        world.refused("cycleCreate", create(world.key("cycle"), "2999-01-01", "3000-01-01", null))
                .with("OUT_OF_RANGE", "input.endsOn", "3000-01-01");
    }

    @Test
    void a_cycle_of_ten_years_is_taken_and_a_longer_one_refused() {
        world.cycle("2026-01-01", "2036-01-01");
        world.refused("cycleCreate", create(world.key("cycle"), "2026-01-01", "2036-01-02", null))
                .with("OUT_OF_RANGE", "input.endsOn", "2036-01-02", "10 years");
    }

    @Test
    void a_cycle_must_lie_inside_its_parent() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        for (String[] dates : new String[][] {{"2025-12-31", "2026-03-31"}, {"2026-10-01", "2027-01-01"}}) {
            world.refused("cycleCreate", create(world.key("cycle"), dates[0], dates[1], year))
                    .with("OUT_OF_RANGE", "input.parent", dates[0] + ".." + dates[1], "2026-01-01..2026-12-31");
        }
        String quarter = world.cycle("2026-10-01", "2026-12-31", year);
        world.refused("cycleUpdate", input("id", quarter, "expectedVersion", 0, "endsOn", "2027-01-01"))
                .with("OUT_OF_RANGE", "input.parent", "2026-10-01..2027-01-01");
        world.refused("cycleUpdate", input("id", year, "expectedVersion", 0, "endsOn", "2026-12-30"))
                .with("OUT_OF_RANGE", "input.endsOn", "2026-01-01..2026-12-30", "2026-10-01..2026-12-31");
    }

    @Test
    void a_cycle_cannot_lie_inside_itself() {
        String outer = world.cycle("2026-10-01", "2026-12-31");
        String inner = world.cycle("2026-10-01", "2026-12-31", outer);
        for (String parent : List.of(outer, inner)) {
            world.refused("cycleUpdate", input("id", outer, "expectedVersion", 0, "parent", parent))
                    .with("INVALID_VALUE", "input.parent", "inside itself");
        }
    }

    @Test
    void a_taken_key_is_refused() {
        String key = world.key("cycle");
        mutate("cycleCreate", create(key, "2026-10-01", "2026-12-31", null)).done();
        world.refused("cycleCreate", create(key, "2026-10-01", "2026-12-31", null))
                .with("DUPLICATE_KEY", "input.key", "'" + key + "'");
    }

    @Test
    void all_problems_of_one_input_are_reported_together() {
        assertThat(world.refused(
                                "cycleCreate",
                                input(
                                        "key", "a\u0000b",
                                        "name", "\u0007",
                                        "startsOn", "2026-12-31",
                                        "endsOn", "2026-01-01",
                                        "parent", world.team()))
                        .all())
                .contains("INVALID_VALUE input.key", "OUT_OF_RANGE input.endsOn", "NOT_FOUND input.parent");
    }

    @Test
    void an_update_changes_what_it_names_clears_the_parent_and_refuses_to_clear_the_rest() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String id = world.cycle("2026-10-01", "2026-12-31", year);
        mutate("cycleUpdate", input("id", id, "expectedVersion", 0, "name", "Autumn", "startsOn", "2026-09-01"))
                .done();
        assertThat(cycle(id))
                .isEqualTo(input(
                        "name", "Autumn",
                        "startsOn", "2026-09-01",
                        "endsOn", "2026-12-31",
                        "parent", input("id", year),
                        "version", 1));
        mutate("cycleUpdate", input("id", id, "expectedVersion", 1, "parent", null))
                .done();
        assertThat(cycle(id).get("parent")).isNull();
        assertThat(world.refused(
                                "cycleUpdate",
                                input("id", id, "expectedVersion", 2, "name", null, "startsOn", null, "endsOn", null))
                        .all())
                .containsExactly("REQUIRED input.name", "REQUIRED input.startsOn", "REQUIRED input.endsOn");
    }

    @Test
    void an_update_of_what_is_not_there_or_against_another_version_is_refused() {
        for (String id : List.of(unknown("cyc"), "cyc_", world.person())) {
            world.refused("cycleUpdate", input("id", id, "expectedVersion", 0)).with("NOT_FOUND", "input.id", id);
        }
        world.refused("cycleUpdate", input("id", world.cycle(), "expectedVersion", 4, "name", "New"))
                .with("VERSION_CONFLICT", "input.expectedVersion", "4", "version is 0");
    }

    @Test
    void a_cycle_starts_once() {
        String id = world.cycle();
        assertThat(mutate("cycleStart", input("cycle", id)).done().version()).isEqualTo(1);
        assertThat(ask("query($id: ID) { cycle(id: $id) { state } }", "id", id).string("cycle.state"))
                .isEqualTo("ACTIVE");
        world.refused("cycleStart", input("cycle", id)).with("WRONG_STATE", "input.cycle", "ACTIVE", "PLANNED");
        for (String other : List.of(unknown("cyc"), "nowhere", world.team(), "a\u0000b")) {
            world.refused("cycleStart", input("cycle", other))
                    .with("NOT_FOUND", "input.cycle", other.replace('\u0000', '?'));
        }
    }

    @Test
    void the_current_cycle_is_the_innermost_active_one() {
        String year = world.cycle("2801-01-01", "2801-12-31");
        String quarter = world.cycle("2801-10-01", "2801-12-31", year);
        String day = "2801-11-22";
        assertThat(current(day)).isNull();
        mutate("cycleStart", input("cycle", year)).done();
        assertThat(current(day)).isEqualTo(year);
        mutate("cycleStart", input("cycle", quarter)).done();
        assertThat(current(day)).isEqualTo(quarter);
        assertThat(current("2801-10-01")).isEqualTo(quarter);
        assertThat(current("2801-09-30")).isEqualTo(year);
        assertThat(current("2802-01-01")).isNull();
        clock.set(Instant.parse("2801-12-31T23:59:59Z"));
        assertThat(ask("{ currentCycle { id } }").string("currentCycle.id")).isEqualTo(quarter);
    }

    @Test
    void cycles_are_listed_by_start_and_by_state() {
        String late = world.cycle("2702-01-01", "2702-12-31");
        String early = world.cycle("2701-01-01", "2701-12-31");
        mutate("cycleStart", input("cycle", late)).done();
        List<String> all = ask("{ cycles(last: 1000) { nodes { id } } }").list("cycles.nodes.id");
        assertThat(all.stream().filter(List.of(late, early)::contains)).containsExactly(early, late);
        assertThat(ask("{ cycles(state: ACTIVE, last: 1000) { nodes { id } } }").<String>list("cycles.nodes.id"))
                .contains(late)
                .doesNotContain(early);
    }

    private double expectedAt(String cycle, String instant) {
        clock.set(Instant.parse(instant));
        return ask("query($id: ID) { cycle(id: $id) { expected } }", "id", cycle)
                .<Number>get("cycle.expected")
                .doubleValue();
    }

    private static String current(String day) {
        return ask("query($on: Date) { currentCycle(on: $on) { id } }", "on", day)
                .string("currentCycle.id");
    }

    private static Map<String, Object> create(String key, String startsOn, String endsOn, String parent) {
        return input("key", key, "name", "A cycle", "startsOn", startsOn, "endsOn", endsOn, "parent", parent);
    }

    private static Map<String, Object> cycle(String id) {
        return ask("query($id: ID) { cycle(id: $id) { name startsOn endsOn parent { id } version } }", "id", id)
                .get("cycle");
    }
}
