package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.ask;
import static io.goaltree.kpi.KpiCalls.askAnyway;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.quoted;
import static io.goaltree.kpi.KpiCalls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KpiApiTest {
    private static final String FIELDS = "id key name description unit direction cadence zone team { key }"
            + " owner { name } version healthyRange { lower upper tolerance } health isStale latest { value }"
            + " companions { key } influencedBy reflects whenItMoves archivedAt updatedAt";

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void new_kpi_answers_what_it_was_given() {
        String key = freshKey("given");
        String team = team();
        String owner = person();
        String companion = freshKey("companion");
        create(companion, "DAILY", "UTC");
        JsonPath created = kpiCreate("""
                key: "%s", name: "On time", description: "Departures on time", unit: "percent",
                direction: HIGHER_IS_BETTER, cadence: WEEKLY, zone: "America/New_York", team: "%s", owner: "%s",
                lower: "80.50", tolerance: 2, influencedBy: "ground crews", reflects: "trust",
                whenItMoves: "look at the weather first", companions: ["%s"]
                """.formatted(key, team, owner, companion));
        assertThat(created.getList("userErrors")).isEmpty();
        Map<String, Object> kpi = created.getMap("kpi");
        assertThat(kpi)
                .containsEntry("key", key)
                .containsEntry("name", "On time")
                .containsEntry("description", "Departures on time")
                .containsEntry("unit", "percent")
                .containsEntry("direction", "HIGHER_IS_BETTER")
                .containsEntry("cadence", "WEEKLY")
                .containsEntry("zone", "America/New_York")
                .containsEntry("team", Map.of("key", team))
                .containsEntry("owner", Map.of("name", "Ada"))
                .containsEntry("health", "NO_DATA")
                .containsEntry("isStale", false)
                .containsEntry("latest", null)
                .containsEntry("influencedBy", "ground crews")
                .containsEntry("reflects", "trust")
                .containsEntry("whenItMoves", "look at the weather first")
                .containsEntry("companions", List.of(Map.of("key", companion)))
                .containsEntry("archivedAt", null)
                .containsEntry("updatedAt", "2026-11-22T09:30:00Z");
        Map<String, Object> range = new HashMap<>(Map.of("lower", "80.50", "tolerance", "2"));
        range.put("upper", null);
        assertThat(kpi).containsEntry("healthyRange", range);
        assertThat(kpi((String) kpi.get("id"))).isEqualTo(kpi);
    }

    @Test
    void kpi_without_bounds_has_no_range_and_the_zone_of_the_service() {
        JsonPath created = kpiCreate(
                "key: \"%s\", name: \"Bare\", direction: WITHIN_RANGE, cadence: DAILY".formatted(freshKey("bare")));
        assertThat(created.getMap("kpi")).containsEntry("healthyRange", null).containsEntry("zone", "UTC");
        assertThat(rows.number("select count(*) from kpi_definition d join kpi k on k.id = d.kpi_id where k.key = '"
                        + created.getString("kpi.key") + "' and d.number = 1 and d.effective_from is null"))
                .isEqualTo(1);
    }

    @Test
    void every_fault_of_a_new_kpi_is_reported_at_once_and_nothing_is_written() {
        List<Long> before = rows.fingerprints();
        JsonPath refused = kpiCreate("""
                key: "a b", name: " ", direction: HIGHER_IS_BETTER, cadence: DAILY, zone: "Mars/Olympus",
                team: "no-team", owner: "per_00000000000000000000000000000000", lower: 5, upper: "4.5",
                tolerance: -1, companions: ["no-kpi"], unit: "%s"
                """.formatted("u".repeat(51)));
        assertThat(refused.getMap("").get("kpi")).isNull();
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "INVALID_VALUE input.key",
                        "REQUIRED input.name",
                        "INVALID_VALUE input.zone",
                        "NOT_FOUND input.team",
                        "NOT_FOUND input.owner",
                        "OUT_OF_RANGE input.unit",
                        "INVALID_VALUE input.lower",
                        "OUT_OF_RANGE input.tolerance",
                        "NOT_FOUND input.companions.0");
        assertThat(refused.getString("userErrors.message.join('|')"))
                .contains("a b", "Mars/Olympus", "no-team", "4.5", "-1", "no-kpi", "Bounds crossed");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: \"kpi_0123456789abcdef0123456789abcdef\" | INVALID_VALUE input.key",
                "key: \"-a\" | INVALID_VALUE input.key",
                "tolerance: 1 | INVALID_VALUE input.tolerance",
                "lower: 123456789012345678901 | OUT_OF_RANGE input.lower",
                "upper: \"1E+400\" | OUT_OF_RANGE input.upper",
                "lower: 1, tolerance: \"0.000000000000000000001\" | OUT_OF_RANGE input.tolerance",
                "zone: \"+01:00\" | INVALID_VALUE input.zone",
                "name: \"LONG\" | OUT_OF_RANGE input.name",
            })
    void fault_of_a_new_kpi_is_refused_and_nothing_is_written(String fields, String expected) {
        List<Long> before = rows.fingerprints();
        String given = fields.replace("LONG", "n".repeat(251));
        String key = given.contains("key:") ? "" : "key: \"%s\"".formatted(freshKey("fault"));
        String name = given.contains("name:") ? "" : "name: \"N\"";
        JsonPath refused = kpiCreate(key + " " + name + " direction: LOWER_IS_BETTER cadence: DAILY " + given);
        assertThat(errors(refused)).containsExactly(expected);
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void taken_key_is_refused() {
        String key = freshKey("taken");
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        JsonPath refused =
                kpiCreate("key: \"%s\", name: \"Again\", direction: WITHIN_RANGE, cadence: DAILY".formatted(key));
        assertThat(errors(refused)).containsExactly("DUPLICATE_KEY input.key");
        assertThat(refused.getString("userErrors[0].message")).contains(key);
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void update_keeps_what_is_absent_and_clears_what_is_null() {
        String companion = freshKey("companion");
        create(companion, "DAILY", "UTC");
        String id = create(
                freshKey("update"),
                "DAILY",
                "UTC",
                "description: \"D\" reflects: \"R\" team: \"" + team() + "\" companions: [\"" + companion + "\"]");
        int version = version(id);
        JsonPath renamed = update(Map.of("id", id, "expectedVersion", version, "name", "New name"));
        assertThat(errors(renamed)).isEmpty();
        assertThat(renamed.getMap("kpi"))
                .containsEntry("name", "New name")
                .containsEntry("description", "D")
                .containsEntry("reflects", "R")
                .containsEntry("companions", List.of(Map.of("key", companion)))
                .containsEntry("version", version + 1);
        assertThat(renamed.getString("kpi.team.key")).isNotNull();

        Map<String, Object> clearing = new HashMap<>(Map.of("id", id, "expectedVersion", version + 1));
        List.of("description", "reflects", "team", "owner", "companions").forEach(field -> clearing.put(field, null));
        JsonPath cleared = update(clearing);
        assertThat(errors(cleared)).isEmpty();
        assertThat(cleared.getMap("kpi"))
                .containsEntry("name", "New name")
                .containsEntry("description", null)
                .containsEntry("reflects", null)
                .containsEntry("team", null)
                .containsEntry("companions", List.of());
    }

    @Test
    void update_with_an_old_version_or_without_a_name_is_refused_and_nothing_is_written() {
        String id = create(freshKey("old"), "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        Map<String, Object> input = new HashMap<>(Map.of("id", id, "expectedVersion", version(id) + 7));
        input.put("name", null);
        input.put("team", "no-team");
        assertThat(errors(update(input)))
                .containsExactly(
                        "VERSION_CONFLICT input.expectedVersion", "REQUIRED input.name", "NOT_FOUND input.team");
        assertThat(errors(update(Map.of("id", "kpi_" + "0".repeat(32), "expectedVersion", 0))))
                .containsExactly("NOT_FOUND input.id");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void companions_are_mutual_and_never_oneself() {
        String a = freshKey("a");
        String b = freshKey("b");
        String idOfA = create(a, "DAILY", "UTC");
        String idOfB = create(b, "DAILY", "UTC", "companions: [\"" + idOfA + "\"]");
        assertThat(ask("{ kpi(key: \"" + a + "\") { companions { key companions { key } } } }")
                        .getList("data.kpi.companions"))
                .containsExactly(Map.of("key", b, "companions", List.of(Map.of("key", a))));
        List<Long> before = rows.fingerprints();
        assertThat(errors(update(
                        Map.of("id", idOfB, "expectedVersion", version(idOfB), "companions", List.of(idOfA, b)))))
                .containsExactly("INVALID_VALUE input.companions.1");
        assertThat(rows.fingerprints()).isEqualTo(before);
        int versionOfB = version(idOfB);
        update(Map.of("id", idOfA, "expectedVersion", version(idOfA), "companions", List.of()));
        assertThat(kpi(idOfB)).containsEntry("companions", List.of()).containsEntry("version", versionOfB + 1);
    }

    @Test
    void archived_kpi_leaves_the_lists_and_is_archived_once() {
        String key = freshKey("archive");
        String id = create(key, "DAILY", "UTC");
        String archive = """
                mutation { kpiArchive(input: {kpi: "%s", reason: "replaced"}) {
                    kpi { archivedAt } userErrors { code message path } } }
                """.formatted(key);
        assertThat(ask(archive).getString("data.kpiArchive.kpi.archivedAt")).isEqualTo("2026-11-22T09:30:00Z");
        assertThat(keys("text: \"" + key + "\"")).isEmpty();
        assertThat(keys("text: \"" + key + "\", archived: false")).isEmpty();
        assertThat(keys("text: \"" + key + "\", archived: true")).containsExactly(key);
        assertThat(kpi(id)).containsEntry("key", key);
        List<Long> before = rows.fingerprints();
        assertThat(errors(ask(archive), "data.kpiArchive.")).containsExactly("WRONG_STATE input.kpi");
        assertThat(rows.fingerprints()).isEqualTo(before);
        assertThat(errors(
                        ask(
                                "mutation { kpiArchive(input: {kpi: \"nothing\"}) { kpi { id } userErrors { code path } } }"),
                        "data.kpiArchive."))
                .containsExactly("NOT_FOUND input.kpi");
    }

    @ParameterizedTest
    @CsvSource({
        "lower: 4 upper: 5 tolerance: 1, 4.00, HEALTHY",
        "lower: 4 upper: 5 tolerance: 1, 6.0, WARNING",
        "lower: 4 upper: 5 tolerance: 1, 6.01, UNHEALTHY",
        "lower: 4, 3.99, UNHEALTHY",
        "upper: 5, 4, HEALTHY",
        "unit: \"x\", 4, UNDEFINED",
    })
    void health_judges_the_newest_value_by_the_range(String range, String value, String health) {
        String key = freshKey("health");
        String id = create(key, "DAILY", "UTC", range);
        record(item(key, "2026-11-22", value), item(key, "2026-11-21", "1000"));
        assertThat(kpi(id)).containsEntry("health", health).containsEntry("latest", Map.of("value", value));
        assertThat(keys("text: \"" + key + "\", health: " + health)).containsExactly(key);
        assertThat(keys("text: \"" + key + "\", health: NO_DATA")).isEmpty();
    }

    @Test
    void kpi_is_stale_one_cadence_and_the_grace_after_its_newest_period_in_its_own_zone() {
        String key = freshKey("stale");
        String id = create(key, "DAILY", "Pacific/Auckland");
        record(item(key, "2026-11-19", 1));
        // The day after it is the 20th, the grace 2 days: fresh through the 22nd, which in Auckland ends at 11:00 UTC.
        clock.set(Instant.parse("2026-11-22T10:59:59Z"));
        assertThat(kpi(id)).containsEntry("isStale", false);
        assertThat(keys("text: \"" + key + "\", stale: true")).isEmpty();
        assertThat(keys("text: \"" + key + "\", stale: false")).containsExactly(key);
        clock.set(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(kpi(id)).containsEntry("isStale", true);
        assertThat(keys("text: \"" + key + "\", stale: true")).containsExactly(key);
    }

    @Test
    void filters_find_by_text_team_owner_and_change() {
        String mark = freshKey("mark").replace("-", "");
        String team = team();
        String owner = person();
        create("x-" + mark, "DAILY", "UTC", "description: \"50%_off\\\\ " + mark + "\" team: \"" + team + "\"");
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
        create("y-" + mark, "DAILY", "UTC", "owner: \"" + owner + "\"");
        assertThat(keys("text: \"" + mark.toUpperCase() + "\"")).containsExactly("x-" + mark, "y-" + mark);
        assertThat(keys("text: \"50%_OFF\\\\ " + mark + "\"")).containsExactly("x-" + mark);
        assertThat(keys("text: \"5_%" + mark + "\"")).isEmpty();
        assertThat(keys("team: \"" + team + "\"")).containsExactly("x-" + mark);
        assertThat(keys("owner: \"" + owner + "\"")).containsExactly("y-" + mark);
        assertThat(keys("team: \"" + team + "\", owner: \"" + owner + "\"")).isEmpty();
        assertThat(keys("team: \"no-such-team\"")).isEmpty();
        assertThat(keys("text: \"" + mark + "\", updatedSince: \"2026-11-22T10:00:00Z\""))
                .containsExactly("y-" + mark);
        assertThat(keys("text: \"" + mark + "\", updatedSince: \"2026-11-22T10:00:00.000001Z\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_ASC, a b c",
        "KEY_DESC, c b a",
        "NAME_ASC, c a b",
        "NAME_DESC, b a c",
        "UPDATED_AT_ASC, b c a",
        "UPDATED_AT_DESC, a c b"
    })
    void list_is_walked_in_its_order_both_ways(String order, String expected) {
        String mark = freshKey("walk");
        Map<String, String> names = Map.of("a", "2", "b", "3", "c", "1");
        Map<String, Integer> minutes = Map.of("b", 0, "c", 1, "a", 2);
        for (String letter : List.of("b", "c", "a")) {
            clock.set(TestClock.START.plusSeconds(60L * minutes.get(letter)));
            assertThat(errors(kpiCreate("key: \"%s-%s\" name: \"%s %s\" direction: WITHIN_RANGE cadence: DAILY"
                            .formatted(mark, letter, names.get(letter), mark))))
                    .isEmpty();
        }
        List<String> keys = List.of(expected.split(" ")).stream()
                .map(letter -> mark + "-" + letter)
                .toList();
        JsonPath first = page(mark, order, "first: 2");
        assertThat(first.getList("nodes.key")).isEqualTo(keys.subList(0, 2));
        assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
        JsonPath second = page(mark, order, "first: 2, after: \"" + first.getString("pageInfo.endCursor") + "\"");
        assertThat(second.getList("nodes.key")).isEqualTo(keys.subList(2, 3));
        assertThat(second.getBoolean("pageInfo.hasNextPage")).isFalse();
        JsonPath back = page(mark, order, "last: 2, before: \"" + second.getString("pageInfo.startCursor") + "\"");
        assertThat(back.getList("nodes.key")).isEqualTo(keys.subList(0, 2));
        String foreign = "query { kpis(first: 1, after: \"%s\") { nodes { key } } }"
                .formatted(first.getString("pageInfo.endCursor"));
        assertThat(askAnyway(foreign, Map.of()).getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_VALUE");
    }

    @Test
    void kpi_is_found_by_key_by_id_and_as_a_node() {
        String key = freshKey("find");
        String id = create(key, "DAILY", "UTC");
        JsonPath found = ask("""
                { a: kpi(key: "%s") { id } b: kpi(id: "%s") { key } c: node(id: "%s") { id ... on Kpi { key } }
                  d: kpi(key: "nothing") { id } }
                """.formatted(key, id, id));
        assertThat(found.getString("data.a.id")).isEqualTo(id);
        assertThat(found.getString("data.b.key")).isEqualTo(key);
        assertThat(found.getString("data.c.key")).isEqualTo(key);
        assertThat(found.getMap("data").get("d")).isNull();
        assertThat(askAnyway("{ kpi(id: \"" + id + "\", key: \"" + key + "\") { id } }", Map.of())
                        .getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_VALUE");
    }

    private static JsonPath kpiCreate(String fields) {
        return payload(
                "kpiCreate",
                ask("mutation { kpiCreate(input: {%s}) { kpi { %s } userErrors { code message path } } }"
                        .formatted(fields, FIELDS)));
    }

    private static JsonPath update(Map<String, Object> input) {
        return payload(
                "kpiUpdate",
                ask(
                        "mutation($input: KpiUpdateInput!) { kpiUpdate(input: $input) { kpi { %s } userErrors { code message path } } }"
                                .formatted(FIELDS),
                        Map.of("input", input)));
    }

    private static JsonPath payload(String mutation, JsonPath answer) {
        return answer.setRootPath("data." + mutation);
    }

    private static Map<String, Object> kpi(String id) {
        return ask("{ kpi(id: \"%s\") { %s } }".formatted(id, FIELDS)).getMap("data.kpi");
    }

    private static int version(String id) {
        return (Integer) kpi(id).get("version");
    }

    private static List<String> keys(String filter) {
        return ask("{ kpis(filter: {" + filter + "}) { nodes { key } } }").getList("data.kpis.nodes.key");
    }

    private static JsonPath page(String text, String order, String paging) {
        return ask("""
                { kpis(filter: {text: "%s"}, orderBy: %s, %s) {
                    nodes { key } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                """.formatted(text, order, paging)).setRootPath("data.kpis");
    }

    private static List<String> errors(JsonPath payload) {
        return errors(payload, "");
    }

    private static List<String> errors(JsonPath answer, String root) {
        List<Map<String, Object>> errors = answer.getList(root + "userErrors");
        return errors.stream()
                .map(error -> error.get("code") + " " + String.join(".", path(error)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> path(Map<String, Object> error) {
        return (List<String>) error.get("path");
    }

    private static String team() {
        String key = freshKey("team");
        ask("mutation { teamCreate(input: {key: \"%s\", name: \"T\"}) { team { id } } }".formatted(key));
        return key;
    }

    private static String person() {
        return ask("mutation { personCreate(input: {name: \"Ada\", email: \"%s@example.org\", teams: %s}) { person { id } } }"
                        .formatted(freshKey("ada"), quoted()))
                .getString("data.personCreate.person.id");
    }
}
