package io.goaltree.ingest;

import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.kpi.KpiCalls;
import io.goaltree.kpi.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IngestTest {
    private static final String VALUES = "data.kpi.values.nodes.value";

    @Inject
    Rows rows;

    private final String key = freshKey("ingest");

    @Test
    void real_daily_series_is_created_once_and_unchanged_after() throws IOException {
        String mark = freshKey("flights");
        String text = series("flights-daily.csv", mark);
        create(mark + "on-time-rate", "DAILY", "America/New_York", "unit: \"percent\"");
        create(mark + "mean-delay", "DAILY", "America/New_York", "unit: \"minutes\"");
        assertThat(end(csv(text))).isEqualTo(Map.of("created", 180, "updated", 0, "unchanged", 0, "rejected", 0));
        assertThat(end(csv(text))).isEqualTo(Map.of("created", 0, "updated", 0, "unchanged", 180, "rejected", 0));
        assertThat(readBack(mark + "on-time-rate"))
                .isEqualTo(expected(text, mark + "on-time-rate"))
                .hasSize(90);
        assertThat(readBack(mark + "mean-delay"))
                .isEqualTo(expected(text, mark + "mean-delay"))
                .hasSize(90);
    }

    @Test
    void real_monthly_series_is_read_back_as_it_was_posted() throws IOException {
        String mark = freshKey("jobs");
        String text = series("unemployment-monthly.csv", mark);
        List<String> keys = List.of("unemployment-information", "unemployment-construction", "unemployment-finance");
        keys.forEach(name -> create(mark + name, "MONTHLY", "UTC", "unit: \"percent\""));
        assertThat(end(csv(text))).isEqualTo(Map.of("created", 366, "updated", 0, "unchanged", 0, "rejected", 0));
        for (String name : keys) {
            assertThat(readBack(mark + name))
                    .isEqualTo(expected(text, mark + name))
                    .hasSize(122);
        }
    }

    @Test
    void rejected_rows_are_told_by_their_line_and_the_others_are_kept() {
        create(key, "DAILY", "UTC", "unit: \"percent\"");
        String text = """
                note,value,kpi,at,unit
                "two
                lines, and ""quotes""\",1.50,KEY,2026-11-01,percent
                ,NaN,KEY,2026-11-02,

                ,1,KEY,2026-11-03T00:00:00,
                ,1,nothing,2026-11-03,
                ,,KEY,2026-11-04,
                ,1,KEY
                ,1,KEY,2026-11-05,meters
                ,2.0,KEY,2026-11-06,
                """.replace("KEY", key);
        List<JsonPath> lines = csv(text);
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(0, 6).stream()
                        .map(line -> line.getInt("line") + " " + line.getString("status") + " "
                                + line.getString("error.code") + " " + line.getList("error.path"))
                        .toList())
                .containsExactly(
                        "4 REJECTED INVALID_VALUE [value]",
                        "6 REJECTED LOCAL_TIME [at]",
                        "7 REJECTED NOT_FOUND [kpi]",
                        "8 REJECTED REQUIRED [value]",
                        "9 REJECTED INVALID_VALUE []",
                        "10 REJECTED UNIT_MISMATCH [unit]");
        assertThat(end(lines)).isEqualTo(Map.of("created", 2, "updated", 0, "unchanged", 0, "rejected", 6));
        assertThat(values(key).getList(VALUES)).containsExactly("1.50", "2.0");
        assertThat(values(key).getString("data.kpi.values.nodes[0].note")).isEqualTo("two\nlines, and \"quotes\"");
    }

    @Test
    void each_thousand_rows_of_a_stream_are_committed_and_reported() {
        create(key, "DAILY", "UTC");
        StringBuilder text = new StringBuilder("\uFEFFkpi,at,value\r\n");
        LocalDate first = LocalDate.of(2010, 1, 1);
        IntStream.range(0, 2500)
                .forEach(i -> text.append(key)
                        .append(',')
                        .append(first.plusDays(i))
                        .append(',')
                        .append(i)
                        .append("\r\n"));
        List<JsonPath> lines = csv(text.toString());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).getMap("progress"))
                .isEqualTo(Map.of("created", 1000, "updated", 0, "unchanged", 0, "rejected", 0));
        assertThat(lines.get(1).getInt("progress.created")).isEqualTo(2000);
        assertThat(end(lines)).isEqualTo(Map.of("created", 2500, "updated", 0, "unchanged", 0, "rejected", 0));
    }

    @Test
    void text_that_is_cut_off_inside_quotes_ends_with_an_error_and_keeps_what_came_before() {
        create(key, "DAILY", "UTC");
        List<JsonPath> lines =
                csv("kpi,at,value,note\n%s,2026-11-01,1,fine\n%s,2026-11-02,2,\"cut".formatted(key, key));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getString("error.code")).isEqualTo("INVALID_VALUE");
        assertThat(lines.get(0).getString("error.message")).contains("line 3");
        assertThat(lines.get(0).getInt("created")).isEqualTo(1);
        assertThat(values(key).getList(VALUES)).containsExactly("1");
    }

    @Test
    void bytes_that_are_no_utf_8_end_the_stream_with_an_error() {
        create(key, "DAILY", "UTC");
        String row = "%s,2026-11-01,1,caf\u00e9\n".formatted(key);
        byte[] few = ("kpi,at,value,note\n" + row).getBytes(StandardCharsets.ISO_8859_1);
        Response refused = given().contentType("text/csv").body(few).post("/ingest/kpi-values");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("error.message")).contains("UTF-8");
        assertThat(values(key).getList(VALUES)).isEmpty();

        String good = "%s,2026-11-01,1,fine\n".formatted(key);
        byte[] bytes =
                ("kpi,at,value,note\n" + good.repeat(2000) + row.repeat(20_000)).getBytes(StandardCharsets.ISO_8859_1);
        List<JsonPath> lines = lines(given().contentType("text/csv").body(bytes).post("/ingest/kpi-values"), 200);
        assertThat(lines.get(lines.size() - 1).getString("error.message")).contains("UTF-8");
        assertThat(values(key).getList(VALUES)).containsExactly("1");
    }

    @Test
    void large_body_with_a_bad_header_is_refused_at_once() {
        String body = "kpi,when\n" + "some-key,2026-11-01\n".repeat(200_000);
        Response refused = given().contentType("text/csv").body(body).post("/ingest/kpi-values");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("error.message")).contains("'when'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kpi,at,value,colour | INVALID_VALUE | colour",
                "kpi;at;value | INVALID_VALUE | kpi;at;value",
                "kpi,at,at,value | INVALID_VALUE | 'at'",
                "kpi,value | REQUIRED | 'at'",
                "'' | REQUIRED | 'kpi'",
            })
    void header_that_cannot_be_used_is_refused(String header, String code, String named) {
        Response answer = given().contentType("text/csv")
                .body(header + "\nx,2026-11-01,1\n")
                .post("/ingest/kpi-values");
        if (header.isEmpty()) {
            answer = given().contentType("text/csv").body("").post("/ingest/kpi-values");
        }
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("error.message")).contains(named);
    }

    @Test
    void idempotency_key_with_csv_is_refused_rather_than_ignored() {
        create(key, "DAILY", "UTC");
        Response answer = given().contentType("text/csv")
                .header("Idempotency-Key", freshKey("k"))
                .body("kpi,at,value\n" + key + ",2026-11-01,1\n")
                .post("/ingest/kpi-values");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error.message")).contains("not supported for text/csv yet");
        assertThat(values(key).getList(VALUES)).isEmpty();
    }

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
    void more_than_100_000_items_are_refused_and_nothing_is_written() {
        create(key, "DAILY", "UTC");
        String item = "{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":1}".formatted(key);
        List<Long> before = rows.fingerprints();
        JsonPath answer = json("[" + (item + ",").repeat(100_000) + item + "]", 413);
        assertThat(answer.getString("error.code")).isEqualTo("TOO_MANY_ITEMS");
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
    void other_content_types_are_refused() {
        assertThat(given().contentType("text/plain")
                        .body("x")
                        .post("/ingest/kpi-values")
                        .statusCode())
                .isEqualTo(415);
    }

    private static JsonPath json(String body, int status) {
        // RestAssured would take a minute to make deep nesting pretty for its log.
        RestAssuredConfig plain = config().logConfig(new LogConfig().enablePrettyPrinting(false));
        return given().config(plain)
                .contentType("application/json")
                .body(body)
                .post("/ingest/kpi-values")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    private static JsonPath keyed(String idempotencyKey, String body, int status) {
        return given().contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/ingest/kpi-values")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static List<JsonPath> csv(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return lines(given().contentType("text/csv").body(bytes).post("/ingest/kpi-values"), 200);
    }

    private static List<JsonPath> lines(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::new).toList();
    }

    private static Map<String, Object> end(List<JsonPath> lines) {
        return lines.get(lines.size() - 1).getMap("");
    }

    /** One of the series that come with the service, its KPIs renamed so that no other test meets them. */
    private static String series(String name, String mark) throws IOException {
        try (InputStream resource = IngestTest.class.getResourceAsStream("/demo/" + name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> mark + line).reduce("kpi,at,value,unit", (a, b) -> a + "\n" + b);
        }
    }

    private static Map<String, String> expected(String text, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(key))
                .forEach(cells -> values.put(cells[1], cells[2]));
        return values;
    }

    private static Map<String, String> readBack(String key) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Map<String, Object>> nodes = new ArrayList<>(KpiCalls.values(key).getList("data.kpi.values.nodes"));
        nodes.forEach(node -> values.put((String) node.get("periodStart"), (String) node.get("value")));
        return values;
    }
}
