package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.ask;
import static io.goaltree.kpi.KpiCalls.askAnyway;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.record;
import static io.goaltree.kpi.KpiCalls.recordInput;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KpiValuesApiTest {
    private static final String VALUES = "data.kpi.values.nodes";

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_key_that_no_kpi_can_have_is_rejected_alone() {
        String key = freshKey("among-odd");
        create(key, "DAILY", "UTC");
        JsonPath answer =
                record(item(key, "2026-11-20", 1), item("a\u0000b", "2026-11-20", 1), item("", "2026-11-20", 1));
        assertThat(statuses(answer)).containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(answer.getList("data.kpiValuesRecord.results.findAll { it.error != null }.error.code"))
                .containsExactly("NOT_FOUND", "NOT_FOUND");
    }

    @Test
    void value_is_kept_as_it_was_given_and_a_correction_keeps_the_old_one() {
        String key = freshKey("keep");
        create(key, "DAILY", "Europe/Berlin", "unit: \"percent\"");
        Map<String, Object> first = Map.of(
                "kpi",
                key,
                "at",
                "2026-11-22T00:30:00+01:00",
                "value",
                "3.20",
                "unit",
                "percent",
                "note",
                " n ",
                "source",
                "s");
        assertThat(record(first).getString("data.kpiValuesRecord.results[0].status"))
                .isEqualTo("CREATED");
        clock.advance(Duration.ofMinutes(5));
        assertThat(statuses(record(item(key, "2026-11-22", "3.2000")))).containsExactly("UNCHANGED");
        assertThat(statuses(record(item(key, "2026-11-22", 3.21)))).containsExactly("UPDATED");
        Map<String, Object> value = values(key).getMap(VALUES + "[0]");
        assertThat(value)
                .containsEntry("periodStart", "2026-11-22")
                .containsEntry("periodEnd", "2026-11-22")
                .containsEntry("value", "3.21")
                .containsEntry("measuredAt", "2026-11-21T23:00:00Z")
                .containsEntry("recordedAt", "2026-11-22T09:35:00Z")
                .containsEntry("note", null)
                .containsEntry("source", null)
                .containsEntry("isLate", false)
                .containsEntry(
                        "revisions",
                        List.of(Map.of(
                                "value", "3.20",
                                "measuredAt", "2026-11-21T23:30:00Z",
                                "recordedAt", "2026-11-22T09:30:00Z",
                                "replacedAt", "2026-11-22T09:35:00Z",
                                "note", "n",
                                "source", "s")));
    }

    @Test
    void results_come_in_the_order_of_the_items_with_their_counts() {
        String key = freshKey("order");
        String id = create(key, "DAILY", "UTC");
        record(item(key, "2026-11-01", 1), item(key, "2026-11-02", 1));
        JsonPath answer = record(
                item(key, "2026-11-03", 1),
                item("nothing", "2026-11-03", 1),
                item(id, "2026-11-01", 1),
                item(key, "2026-11-02", 2));
        assertThat(statuses(answer)).containsExactly("CREATED", "REJECTED", "UNCHANGED", "UPDATED");
        assertThat(counts(answer)).containsExactly(1, 1, 1, 1);
        assertThat(answer.getList("data.kpiValuesRecord.results.index")).containsExactly(0, 1, 2, 3);
        assertThat(answer.getList("data.kpiValuesRecord.results.value.periodStart"))
                .containsExactly("2026-11-03", "2026-11-01", "2026-11-02");
        assertThat(answer.getMap("data.kpiValuesRecord.results[1]")).containsEntry("value", null);
        assertThat(answer.getMap("data.kpiValuesRecord.results[1].error"))
                .containsEntry("code", "NOT_FOUND")
                .containsEntry("path", List.of("input", "values", "1", "kpi"))
                .containsEntry("index", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-22T04:59:59Z, 2026-11-21, 2026-11-21, 2026-11-22T04:59:59Z",
        "DAILY, 2026-11-22T00:00:00-05:00, 2026-11-22, 2026-11-22, 2026-11-22T05:00:00Z",
        "WEEKLY, 2026-01-01, 2025-12-29, 2026-01-04, 2026-01-01T05:00:00Z",
        "MONTHLY, 2024-02-29, 2024-02-01, 2024-02-29, 2024-02-29T05:00:00Z",
        "QUARTERLY, 2026-10-01T03:59:59.123456789Z, 2026-07-01, 2026-09-30, 2026-10-01T03:59:59.123456Z",
        "MONTHLY, 2026-11-30, 2026-11-01, 2026-11-30, 2026-11-30T05:00:00Z",
        "DAILY, 1583-01-01, 1583-01-01, 1583-01-01, 1583-01-01T04:56:02Z",
    })
    void zone_of_the_kpi_decides_the_day_and_its_cadence_the_period(
            String cadence, String at, String from, String to, String measuredAt) {
        String key = freshKey("period");
        create(key, cadence, "America/New_York");
        assertThat(statuses(record(item(key, at, 1)))).containsExactly("CREATED");
        assertThat(values(key).getMap(VALUES + "[0]"))
                .containsEntry("periodStart", from)
                .containsEntry("periodEnd", to)
                .containsEntry("measuredAt", measuredAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:30:00, 1, LOCAL_TIME, at",
        "2026-11-22 09:30:00, 1, LOCAL_TIME, at",
        "2026-11-22T09:30, 1, LOCAL_TIME, at",
        "2026-02-30, 1, INVALID_VALUE, at",
        "2026-2-3, 1, INVALID_VALUE, at",
        "22.11.2026, 1, INVALID_VALUE, at",
        "yesterday, 1, INVALID_VALUE, at",
        "'', 1, INVALID_VALUE, at",
        "1582-12-31, 1, INVALID_VALUE, at",
        "+10000-01-01, 1, INVALID_VALUE, at",
        "+999999999-12-31T00:00:00Z, 1, INVALID_VALUE, at",
        "2026-11-22T09:30:00+01:00[Europe/Paris], 1, INVALID_VALUE, at",
        "2026-11-23, 1, FUTURE_PERIOD, at",
        "2026-11-23T00:00:00Z, 1, FUTURE_PERIOD, at",
        "2026-11-22, 123456789012345678901, OUT_OF_RANGE, value",
        "2026-11-22, 0.000000000000000000001, OUT_OF_RANGE, value",
        "2026-11-22, 1E+400, OUT_OF_RANGE, value",
    })
    void item_is_rejected_with_code_and_path_and_nothing_is_written(
            String at, String value, String code, String field) {
        String key = freshKey("reject");
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        JsonPath answer = record(item(key, at, value));
        assertThat(counts(answer)).containsExactly(0, 0, 0, 1);
        Map<String, Object> error = answer.getMap("data.kpiValuesRecord.results[0].error");
        assertThat(error)
                .containsEntry("code", code)
                .containsEntry("path", List.of("input", "values", "0", field))
                .containsEntry("index", 0);
        assertThat((String) error.get("message")).contains(field.equals("at") ? at : value.substring(0, 4));
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void current_period_is_accepted_until_its_last_day_and_the_next_is_not() {
        String key = freshKey("current");
        create(key, "WEEKLY", "Pacific/Auckland");
        // It is Sunday 22 November 22:30 in Auckland, the last day of the week that began on the 16th.
        assertThat(statuses(record(item(key, "2026-11-22", 1), item(key, "2026-11-23", 1))))
                .containsExactly("CREATED", "REJECTED");
        clock.set(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(statuses(record(item(key, "2026-11-23", 1)))).containsExactly("CREATED");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity", "1e", "0x10", "''", "1.2.3"})
    void what_is_no_number_refuses_the_whole_request(String value) {
        String key = freshKey("nan");
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        JsonPath answer = askAnyway(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { created } }",
                Map.of("input", Map.of("values", List.of(item(key, "2026-11-22", value)))));
        assertThat(answer.getList("errors")).hasSize(1);
        assertThat(answer.getString("errors[0].message")).contains("Decimal").doesNotContain("java");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void unit_when_given_must_be_the_one_of_the_kpi() {
        String percent = freshKey("percent");
        String bare = freshKey("bare");
        create(percent, "DAILY", "UTC", "unit: \"percent\"");
        create(bare, "DAILY", "UTC");
        JsonPath answer = record(withUnit(percent, "percent"), withUnit(percent, "Percent"), withUnit(bare, "percent"));
        assertThat(statuses(answer)).containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(answer.getList("data.kpiValuesRecord.results.error.code"))
                .containsExactly("UNIT_MISMATCH", "UNIT_MISMATCH");
        assertThat(answer.getList("data.kpiValuesRecord.results[1].error.path"))
                .containsExactly("input", "values", "1", "unit");
    }

    @Test
    void too_long_notes_and_sources_and_archived_kpis_are_rejected() {
        String key = freshKey("long");
        String archived = freshKey("archived");
        create(key, "DAILY", "UTC");
        create(archived, "DAILY", "UTC");
        ask("mutation { kpiArchive(input: {kpi: \"" + archived + "\"}) { kpi { id } } }");
        List<Long> before = rows.fingerprints();
        JsonPath answer = record(
                Map.of("kpi", key, "at", "2026-11-22", "value", 1, "note", "n".repeat(2001)),
                Map.of("kpi", key, "at", "2026-11-22", "value", 1, "source", "s".repeat(201)),
                item(archived, "2026-11-22", 1));
        assertThat(answer.getList("data.kpiValuesRecord.results.error.code"))
                .containsExactly("OUT_OF_RANGE", "OUT_OF_RANGE", "WRONG_STATE");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void value_is_late_once_the_kpi_would_have_been_stale() {
        String key = freshKey("late");
        create(key, "DAILY", "UTC");
        record(item(key, "2026-11-19", 1), item(key, "2026-11-18", 1));
        assertThat(values(key).getList(VALUES + ".periodStart")).containsExactly("2026-11-18", "2026-11-19");
        assertThat(values(key).getList(VALUES + ".isLate")).containsExactly(true, false);
        assertThat(ask("{ kpi(key: \"" + key + "\") { latest { periodStart } } }")
                        .getString("data.kpi.latest.periodStart"))
                .isEqualTo("2026-11-19");
    }

    @Test
    void one_period_twice_in_a_call_is_unchanged_when_equal_and_rejected_when_not() {
        String key = freshKey("twice");
        String id = create(key, "DAILY", "UTC");
        JsonPath answer =
                record(item(key, "2026-11-20", "1.0"), item(id, "2026-11-20T12:00:00Z", 1), item(key, "2026-11-20", 2));
        assertThat(statuses(answer)).containsExactly("CREATED", "UNCHANGED", "REJECTED");
        assertThat(answer.getMap("data.kpiValuesRecord.results[2].error"))
                .containsEntry("code", "DUPLICATE_KEY")
                .containsEntry("path", List.of("input", "values", "2", "value"));
        assertThat(answer.getString("data.kpiValuesRecord.results[2].error.message"))
                .contains("item 0");
        assertThat(values(key).getList(VALUES + ".value")).containsExactly("1.0");
        assertThat(values(key).getList(VALUES + "[0].revisions")).isEmpty();
    }

    @Test
    void all_or_nothing_writes_nothing_when_one_item_is_rejected() {
        String key = freshKey("all");
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        JsonPath refused = recordInput(Map.of(
                "mode",
                "ALL_OR_NOTHING",
                "values",
                List.of(item(key, "2026-11-20", 1), item(key, "2026-11-23", 1), item(key, "2026-11-21", 1))));
        assertThat(counts(refused)).containsExactly(0, 0, 0, 3);
        assertThat(refused.getList("data.kpiValuesRecord.results.error.code"))
                .containsExactly("NOT_ALLOWED", "FUTURE_PERIOD", "NOT_ALLOWED");
        assertThat(refused.getString("data.kpiValuesRecord.results[2].error.message"))
                .isEqualTo("Not recorded because item 1 was rejected (ALL_OR_NOTHING)");
        assertThat(refused.getList("data.kpiValuesRecord.results[2].error.path"))
                .containsExactly("input", "values", "2");
        assertThat(rows.fingerprints()).isEqualTo(before);
        JsonPath done = recordInput(Map.of(
                "mode", "ALL_OR_NOTHING", "values", List.of(item(key, "2026-11-20", 1), item(key, "2026-11-21", 1))));
        assertThat(counts(done)).containsExactly(2, 0, 0, 0);
    }

    @Test
    void call_takes_a_thousand_items_and_not_one_more() {
        String key = freshKey("many");
        create(key, "DAILY", "UTC");
        List<Map<String, Object>> items = IntStream.range(0, 1001)
                .mapToObj(i -> item(key, LocalDate.of(2020, 1, 1).plusDays(i).toString(), i))
                .toList();
        List<Long> before = rows.fingerprints();
        JsonPath refused = recordInput(Map.of("values", items));
        assertThat(refused.getList("data.kpiValuesRecord.results")).isEmpty();
        assertThat(refused.getMap("data.kpiValuesRecord.userErrors[0]"))
                .containsEntry("code", "TOO_MANY_ITEMS")
                .containsEntry("path", List.of("input", "values"));
        assertThat(rows.fingerprints()).isEqualTo(before);
        assertThat(counts(recordInput(Map.of("values", items.subList(0, 1000)))))
                .containsExactly(1000, 0, 0, 0);
        assertThat(counts(recordInput(Map.of("values", items.subList(0, 1000)))))
                .containsExactly(0, 0, 1000, 0);
        assertThat(counts(recordInput(Map.of("values", List.of())))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void values_are_walked_by_period_both_ways_and_between_two_days() {
        String key = freshKey("walk");
        String other = freshKey("other");
        create(key, "WEEKLY", "UTC");
        create(other, "WEEKLY", "UTC");
        record(
                item(key, "2026-11-16", 5),
                item(key, "2026-11-02", 3),
                item(key, "2026-10-26", 2),
                item(key, "2026-11-09", 4),
                item(key, "2026-10-19", 1));
        JsonPath first = page(key, "first: 2");
        assertThat(first.getList("nodes.value")).containsExactly("1", "2");
        assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
        assertThat(first.getBoolean("pageInfo.hasPreviousPage")).isFalse();
        JsonPath second = page(key, "first: 3, after: \"" + first.getString("pageInfo.endCursor") + "\"");
        assertThat(second.getList("nodes.value")).containsExactly("3", "4", "5");
        assertThat(second.getBoolean("pageInfo.hasNextPage")).isFalse();
        JsonPath last = page(key, "last: 2");
        assertThat(last.getList("nodes.value")).containsExactly("4", "5");
        JsonPath before = page(key, "last: 2, before: \"" + last.getString("pageInfo.startCursor") + "\"");
        assertThat(before.getList("nodes.value")).containsExactly("2", "3");
        // A week counts by its Monday: the one of the 26th ends in November and is still not in.
        assertThat(page(key, "from: \"2026-10-27\", to: \"2026-11-09\"").getList("nodes.value"))
                .containsExactly("3", "4");
        assertThat(page(key, "from: \"2027-01-01\"").getList("nodes.value")).isEmpty();
        JsonPath foreign = askAnyway(
                "{ kpi(key: \"%s\") { values(after: \"%s\") { nodes { value } } } }"
                        .formatted(other, first.getString("pageInfo.endCursor")),
                Map.of());
        assertThat(foreign.getString("errors[0].extensions.code")).isEqualTo("INVALID_VALUE");
    }

    @Test
    void value_is_a_node_and_knows_its_kpi() {
        String key = freshKey("node");
        create(key, "DAILY", "UTC");
        String id = record(item(key, "2026-11-22", 7)).getString("data.kpiValuesRecord.results[0].value.id");
        JsonPath found =
                ask("{ nodes(ids: [\"" + id + "\"]) { id ... on KpiValue { value kpi { key latest { id } } } } }");
        assertThat(found.getMap("data.nodes[0]"))
                .isEqualTo(Map.of("id", id, "value", "7", "kpi", Map.of("key", key, "latest", Map.of("id", id))));
    }

    private static Map<String, Object> withUnit(String kpi, String unit) {
        Map<String, Object> item = new HashMap<>(item(kpi, "2026-11-22", 1));
        item.put("unit", unit);
        return item;
    }

    private static List<String> statuses(JsonPath answer) {
        return answer.getList("data.kpiValuesRecord.results.status");
    }

    static List<Integer> counts(JsonPath answer) {
        return List.of("created", "updated", "unchanged", "rejected").stream()
                .map(name -> answer.getInt("data.kpiValuesRecord." + name))
                .toList();
    }

    private static JsonPath page(String key, String arguments) {
        return ask("""
                { kpi(key: "%s") { values(%s) {
                    nodes { value } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
                """.formatted(key, arguments)).setRootPath("data.kpi.values");
    }
}
