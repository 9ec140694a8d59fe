package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.PATH;
import static io.goaltree.ingest.IngestCalls.call;
import static io.goaltree.ingest.IngestCalls.counts;
import static io.goaltree.ingest.IngestCalls.lines;
import static io.goaltree.ingest.IngestCalls.ndjson;
import static io.goaltree.kpi.KpiCalls.ask;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestNdjsonTest {
    private static final String VALUES = "data.kpi.values.nodes.value";

    private final String key = freshKey("lines");

    @Test
    void each_bad_line_is_named_and_the_good_ones_are_kept() {
        create(key, "DAILY", "UTC", "unit: \"percent\"");
        String archived = freshKey("archived");
        create(archived, "DAILY", "UTC");
        ask("mutation { kpiArchive(input: {kpi: \"%s\"}) { userErrors { code } } }".formatted(archived));
        String text = """
                \uFEFF{"kpi":"KEY","at":"2026-11-01","value":1.50,"unit":"percent"}\r

                {"kpi":"KEY","at":"2026-11-02","value":"NaN"}
                {"kpi":"KEY","at":"2026-11-02","value":NaN}
                {"kpi":"KEY","at":"2026-11-02","value":1e400}
                {"kpi":"KEY","at":"2026-11-02T10:00:00","value":1}
                {"kpi":"KEY","at":"2026-11-23","value":1}
                {"kpi":"KEY","at":"2026-11-02","value":1,"unit":"meters"}
                {"kpi":"no-such-kpi","at":"2026-11-02","value":1}
                {"kpi":"ARCHIVED","at":"2026-11-02","value":1}
                {"kpi":"KEY","at":"2026-11-02","value":1,"kpi":"KEY"}
                {"kpi":"KEY","at":"2026-11-02","vaule":1}
                [1]
                nonsense
                {"kpi":"KEY","at":"2026-11-02","value":1} {}
                {"kpi":"a\\u0000b","at":"2026-11-02","value":1}
                {"kpi":"\\ud800","at":"2026-11-02","value":1}
                {"kpi":"KEY","at":"2026-11-01","value":2}
                {"kpi":"KEY","at":"2026-11-02","value":2.5000000000000000001}
                {"kpi":"KEY","at":"2026-11-0""".replace("KEY", key).replace("ARCHIVED", archived);
        List<JsonPath> lines = ndjson(text);
        assertThat(lines.subList(0, lines.size() - 1).stream()
                        .map(line -> line.getInt("line") + " " + line.getString("error.code") + " "
                                + line.getList("error.path")))
                .containsExactly(
                        "3 INVALID_VALUE [value]",
                        "4 INVALID_VALUE []",
                        "5 OUT_OF_RANGE [value]",
                        "6 LOCAL_TIME [at]",
                        "7 FUTURE_PERIOD [at]",
                        "8 UNIT_MISMATCH [unit]",
                        "9 NOT_FOUND [kpi]",
                        "10 WRONG_STATE [kpi]",
                        "11 INVALID_VALUE [kpi]",
                        "12 INVALID_VALUE [vaule]",
                        "13 INVALID_VALUE []",
                        "14 INVALID_VALUE []",
                        "15 INVALID_VALUE []",
                        "16 NOT_FOUND [kpi]",
                        "17 NOT_FOUND [kpi]",
                        "18 DUPLICATE_KEY [value]",
                        "20 INVALID_VALUE []");
        assertThat(counts(lines)).containsExactly(2, 0, 0, 17);
        assertThat(values(key).getList(VALUES)).containsExactly("1.50", "2.5000000000000000001");
    }

    @Test
    void bytes_that_are_no_text_and_lines_too_long_are_wrong_for_themselves_only() {
        create(key, "DAILY", "UTC");
        String text =
                """
                {"kpi":"KEY","at":"2026-11-01","value":1}
                {"kpi":"KEY","at":"2026-11-02","value":1,"note":"caf\u00e9"}
                {"kpi":"KEY","at":"2026-11-02","value":1,"note":"LONG"}
                {"kpi":"KEY","at":"2026-11-02","value":1,"note":"LARGE"}
                {"kpi":"KEY","at":"2026-11-03","value":3}
                """.replace("KEY", key).replace("LONG", "x".repeat(65_536)).replace("LARGE", "x".repeat(1_000_000));
        List<JsonPath> lines = lines(call().contentType("application/x-ndjson")
                .body(text.getBytes(StandardCharsets.ISO_8859_1))
                .post(PATH));
        assertThat(lines.subList(0, 3).stream()
                        .map(line -> line.getInt("line") + " " + line.getString("error.message")))
                .containsExactly(
                        "2 The line holds bytes that are no UTF-8",
                        "3 The line is longer than 65536 characters",
                        "4 The line is longer than 65536 characters");
        assertThat(counts(lines)).containsExactly(2, 0, 0, 3);
        assertThat(values(key).getList(VALUES)).containsExactly("1", "3");
    }

    @Test
    void lines_that_are_not_json_are_rejected_in_plain_words() {
        List<JsonPath> lines = ndjson("""
                {"value":NaN}
                {"kpi":"a"
                {"kpi":
                {"kpi":"a",}
                {"kpi":"a"} {}
                nonsense
                """);
        assertThat(lines.subList(0, 6).stream()
                        .map(line -> line.getInt("line") + " " + line.getString("error.message")))
                .containsExactly(
                        "1 The line is not JSON (column 10): NaN, Infinity and the like are no JSON numbers; 'N' is not"
                                + " expected here",
                        "2 The line is not JSON: it ends too early",
                        "3 The line is not JSON: it ends too early",
                        "4 The line is not JSON (column 12): '}' is not expected here",
                        "5 The line is not JSON (column 13): something follows after its end",
                        "6 The line is not JSON (column 2): 'o' is not expected here");
        assertThat(counts(lines)).containsExactly(0, 0, 0, 6);
    }

    @Test
    void empty_body_is_a_stream_without_lines() {
        assertThat(counts(ndjson(""))).containsExactly(0, 0, 0, 0);
    }
}
