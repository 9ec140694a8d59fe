package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.*;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.kpi.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IngestJsonTest {
    private static final String VALUES = "data.kpi.values.nodes.value";

    @Inject
    Rows rows;

    private final String key = freshKey("ingest");

    @Test
    void array_is_answered_item_by_item() {
        create(key, "DAILY", "UTC", "unit: \"percent\"");
        String body = """
                [{"kpi": "KEY", "at": "2026-11-01", "value": 1.50, "unit": "percent", "note": null},
                 {"kpi": "KEY", "at": "2026-11-02", "value": "2.5000000000000000001"},
                 {"kpi": "KEY", "at": "2026-11-03", "value": "NaN"},
                 {"kpi": "KEY", "at": "2026-11-03", "value": {"a": [1, {"b": 2}]}},
                 {"kpi": 5, "at": "2026-11-03", "value": 1},
                 {"kpi": "KEY", "at": "2026-11-03", "vaule": 1},
                 {"kpi": "KEY", "at": "2026-11-03", "value": true},
                 [], 7, null,
                 {"kpi": "KEY", "value": 1},
                 {"kpi": "KEY", "at": "2026-11-03", "value": 1e400}]
                """.replace("KEY", key);
        JsonPath answer = json(body, 200);
        assertThat(answer.getMap("").keySet())
                .containsExactlyInAnyOrder("created", "updated", "unchanged", "rejected", "replayed", "results");
        assertThat(List.of(
                        answer.getInt("created"),
                        answer.getInt("updated"),
                        answer.getInt("unchanged"),
                        answer.getInt("rejected")))
                .containsExactly(2, 0, 0, 10);
        assertThat(answer.getBoolean("replayed")).isFalse();
        assertThat(answer.getList("results.index")).hasSize(12);
        assertThat(answer.getMap("results[0]")).isEqualTo(Map.of("index", 0, "status", "CREATED"));
        assertThat(IntStream.range(2, 12)
                        .mapToObj(i -> answer.getString("results[" + i + "].error.code") + " "
                                + answer.getList("results[" + i + "].error.path"))
                        .toList())
                .containsExactly(
                        "INVALID_VALUE [2, value]",
                        "INVALID_VALUE [3, value]",
                        "INVALID_VALUE [4, kpi]",
                        "INVALID_VALUE [5, vaule]",
                        "INVALID_VALUE [6, value]",
                        "INVALID_VALUE [7]",
                        "INVALID_VALUE [8]",
                        "INVALID_VALUE [9]",
                        "REQUIRED [10, at]",
                        "OUT_OF_RANGE [11, value]");
        assertThat(values(key).getList(VALUES)).containsExactly("1.50", "2.5000000000000000001");
    }

    @Test
    void array_longer_than_a_graphql_call_is_taken_and_repeated_unchanged() {
        create(key, "DAILY", "UTC");
        StringBuilder body = new StringBuilder("[");
        IntStream.range(0, 1500)
                .forEach(i -> body.append(i == 0 ? "" : ",")
                        .append("{\"kpi\":\"%s\",\"at\":\"%s\",\"value\":%d}"
                                .formatted(key, LocalDate.of(2015, 1, 1).plusDays(i), i)));
        body.append("]");
        assertThat(json(body.toString(), 200).getInt("created")).isEqualTo(1500);
        assertThat(json(body.toString(), 200).getInt("unchanged")).isEqualTo(1500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "7",
                "[",
                "[{]",
                "[{\"kpi\":\"KEY\",\"at\":\"2026-11-01\",\"value\":1}",
                "[{\"kpi\":\"KEY\",\"at\":\"2026-11-01\",\"value\":NaN}]",
                "[{\"kpi\":\"KEY\",\"at\":\"2026-11-01\",\"value\":1}] x",
                "[{\"kpi\":\"KEY\",\"at\":\"2026-11-01\",\"value\":1},]",
                "DEEP"
            })
    void body_that_is_no_json_array_is_refused_and_nothing_is_written(String body) {
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        JsonPath answer = json(body.replace("KEY", key).replace("DEEP", "[".repeat(20_000)), 400);
        assertThat(answer.getString("error.code")).isEqualTo("INVALID_VALUE");
        assertThat(answer.getString("error.message")).doesNotContain("java", "Exception", "parsson");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void idempotency_key_of_an_array_is_replayed_and_guards_against_other_values() {
        create(key, "DAILY", "UTC");
        String idempotencyKey = freshKey("http");
        String body = "[{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":1}, 7]".formatted(key);
        JsonPath first = keyed(idempotencyKey, body, 200);
        JsonPath again = keyed(idempotencyKey, body, 200);
        assertThat(again.getBoolean("replayed")).isTrue();
        assertThat(again.getList("results")).isEqualTo(first.getList("results"));
        List<Long> before = rows.fingerprints();
        JsonPath other = keyed(idempotencyKey, body.replace("\"value\":1", "\"value\":2"), 422);
        assertThat(other.getString("error.code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void field_that_is_there_twice_is_rejected() {
        create(key, "DAILY", "UTC");
        JsonPath answer =
                json("[{\"kpi\":\"KEY\",\"at\":\"2026-11-01\",\"value\":1,\"value\":2}]".replace("KEY", key), 200);
        assertThat(answer.getString("results[0].error.message")).isEqualTo("The field 'value' is there twice");
        assertThat(answer.getList("results[0].error.path")).isEqualTo(List.of("0", "value"));
        assertThat(values(key).getList(VALUES)).isEmpty();
    }

    @Test
    void array_of_more_than_10_000_items_is_recorded_in_parts_and_answered_item_by_item() {
        create(key, "DAILY", "UTC");
        String item = "{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":1}".formatted(key);
        JsonPath answer = json("[" + (item + ",").repeat(12_344) + "7]", 200);
        assertThat(answer.getMap("").keySet())
                .containsExactlyInAnyOrder("created", "updated", "unchanged", "rejected", "replayed", "results");
        List<Integer> indexes = answer.getList("results.index");
        assertThat(indexes).hasSize(12_345).startsWith(0, 1).endsWith(12_344).isSorted();
        assertThat(answer.getString("results[0].status")).isEqualTo("CREATED");
        assertThat(answer.getList("results[12344].error.path")).isEqualTo(List.of("12344"));
        assertThat(List.of(answer.getInt("created"), answer.getInt("unchanged"), answer.getInt("rejected")))
                .containsExactly(1, 12_343, 1);
    }

    @Test
    void syntax_fault_after_the_first_10_000_items_ends_the_results_with_an_error() {
        create(key, "DAILY", "UTC");
        String item = "{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":1},".formatted(key);
        JsonPath answer = json("[" + item.repeat(10_500) + "nonsense]", 200);
        assertThat(answer.getList("results.index")).hasSize(10_500);
        assertThat(answer.getString("error.code")).isEqualTo("INVALID_VALUE");
        assertThat(answer.getInt("created")).isEqualTo(1);
        List<Long> before = rows.fingerprints();
        JsonPath early = json("[" + item.repeat(9_000) + "nonsense]", 400);
        assertThat(early.getMap("").keySet()).containsExactly("error");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EMPTY | The body is not a JSON array in UTF-8; it must be [{\"kpi\":..,\"at\":..}, ..]",
                "NaN | The body is not a JSON array in UTF-8; it must be [{\"kpi\":..,\"at\":..}, ..]",
                "[ | The array ends before item 0; its closing ] is missing",
                "[7,8,9 | The array ends after item 2; its closing ] is missing",
                "[7,8,9, | The array ends after item 2; its closing ] is missing",
                "[7,8,{\"kpi\":\"a | The array ends inside item 2; its closing ] is missing",
                "[7,8,{\"kpi\" | The array ends inside item 2; its closing ] is missing",
                "[7,{\"value\":NaN}] | Item 1 is not JSON (line 1, column 13): NaN, Infinity and the like are no JSON"
                        + " numbers; 'N' is not expected here",
                "[7,LF-Infinity] | Item 1 is not JSON (line 2, column 2): NaN, Infinity and the like are no JSON"
                        + " numbers; 'I' is not expected here",
                "[7,] | Item 1 is not JSON (line 1, column 4): ']' is not expected here",
                "[{} {}] | Item 1 is not JSON (line 1, column 5): '{' is not expected here",
                "[{\"value\":+1}] | Item 0 is not JSON (line 1, column 11): '+' is not expected here",
                "[{\"kpi\":\"aLFb\"}] | Item 0 is not JSON (line 1, column 11): the character U+000A is not expected here",
                "[01] | Item 1 is not JSON (line 1, column 3): a number is not expected here",
                "[7,DEEP] | Item 1 is not JSON: it is nested deeper than 100 levels",
                "[7] x | Something follows after the end of the JSON array",
                "[7]] | Something follows after the end of the JSON array",
            })
    void fault_of_the_json_names_the_item_in_plain_words(String body, String message) {
        String text = body.replace("EMPTY", "").replace("LF", "\n").replace("DEEP", "[".repeat(200));
        JsonPath answer = json(text, 400);
        assertThat(answer.getString("error.code")).isEqualTo("INVALID_VALUE");
        assertThat(answer.getString("error.message")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"note\":\"caf\u00e9\"} | Item 3000 holds bytes that are no UTF-8",
                "{\"caf\u00e9\":[]} | Item 3000 holds bytes that are no UTF-8",
                "\u00e9 | Item 3000 is not JSON (line 3001, column 1): it holds bytes that are no UTF-8",
            })
    void bytes_that_are_no_utf_8_name_their_item(String item, String message) {
        String text = "[" + "{\"note\":\"\\uFFFF\"},\n".repeat(3_000) + item + "]";
        List<Long> before = rows.fingerprints();
        Response answer = call().contentType("application/json")
                .body(text.getBytes(StandardCharsets.ISO_8859_1))
                .post(PATH);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo("INVALID_VALUE");
        assertThat(answer.jsonPath().getString("error.message")).isEqualTo(message);
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void item_that_is_too_long_is_refused_before_it_is_kept() {
        String note = "x".repeat(70_000);
        JsonPath answer = json("[{\"kpi\":\"a\",\"note\":\"" + note + "\"}]", 400);
        assertThat(answer.getString("error.message")).isEqualTo("Item 0 is longer than 65536 characters");
    }
}
