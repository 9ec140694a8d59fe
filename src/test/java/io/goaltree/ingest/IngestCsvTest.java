package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.*;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.kpi.KpiCalls;
import io.goaltree.kpi.Rows;
import io.quarkus.test.junit.QuarkusTest;
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

@QuarkusTest
class IngestCsvTest {
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
    void large_body_with_a_bad_header_is_refused_at_once() {
        String body = "kpi,when\n" + "some-key,2026-11-01\n".repeat(200_000);
        Response refused = call().contentType("text/csv").body(body).post("/ingest/kpi-values");
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
        Response answer = call().contentType("text/csv")
                .body(header + "\nx,2026-11-01,1\n")
                .post("/ingest/kpi-values");
        if (header.isEmpty()) {
            answer = call().contentType("text/csv").body("").post("/ingest/kpi-values");
        }
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("error.message")).contains(named);
    }

    @Test
    void rows_with_bytes_that_are_no_utf_8_are_rejected_and_the_others_kept() {
        create(key, "DAILY", "UTC");
        String text = "kpi,at,value,note\nKEY,2026-11-01,1,fine\nKEY,2026-11-02,2,caf\u00e9\nKEY,2026-11-03,3,fine\n";
        byte[] bytes = text.replace("KEY", key).getBytes(StandardCharsets.ISO_8859_1);
        List<JsonPath> lines = lines(call().contentType("text/csv").body(bytes).post(PATH));
        assertThat(lines.subList(0, lines.size() - 1).stream().map(IngestCalls::rejection))
                .containsExactly("3 REJECTED INVALID_VALUE [] The row holds bytes that are no UTF-8");
        assertThat(counts(lines)).containsExactly(2, 0, 0, 1);
        assertThat(values(key).getList(VALUES)).containsExactly("1", "3");
        Response header = call().contentType("text/csv")
                .body("kpi,at,value,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .post(PATH);
        assertThat(header.statusCode()).isEqualTo(400);
        assertThat(header.jsonPath().getString("error.message")).isEqualTo("The header holds bytes that are no UTF-8");
    }

    @Test
    void row_with_text_after_a_closing_quote_is_rejected_alone() {
        create(key, "DAILY", "UTC");
        String text = """
                kpi,at,value,note
                KEY,2026-11-01,1,"x"y
                KEY,2026-11-02,2,"two
                lines"
                KEY,2026-11-03,3,"the "best, or" one"
                KEY,2026-11-04,4,"odd"y"
                KEY,2026-11-05,"5" ,
                "\r
                KEY"z,2026-11-06,6,
                KEY,2026-11-07,7,"fine, ""too""\"
                KEY,2026-11-08,8,"x"y""".replace("KEY", key);
        List<JsonPath> lines = csv(text);
        String after = " REJECTED INVALID_VALUE [] The row has text after a closing quote; double a quote to mean one";
        assertThat(lines.subList(0, lines.size() - 1).stream().map(IngestCalls::rejection))
                .containsExactly("2" + after, "5" + after, "6" + after, "7" + after, "8" + after, "11" + after);
        assertThat(counts(lines)).containsExactly(2, 0, 0, 6);
        assertThat(values(key).getList(VALUES)).containsExactly("2", "7");
        Response header = call().contentType("text/csv")
                .body("kpi,at,\"value\"s\n".getBytes(StandardCharsets.UTF_8))
                .post(PATH);
        assertThat(header.statusCode()).isEqualTo(400);
        assertThat(header.jsonPath().getString("error.message"))
                .isEqualTo("The header has text after a closing quote; double a quote to mean one");
    }

    @Test
    void field_that_is_too_long_ends_the_stream_and_names_its_line() {
        create(key, "DAILY", "UTC");
        String text = "kpi,at,value,note\nKEY,2026-11-01,1,\"a\r\nb\"\n\nKEY,2026-11-02,2,\"LONG\nKEY,2026-11-03,3,";
        List<JsonPath> whole = csv(text.replace("KEY", key).replace("LONG", "x".repeat(65_000) + "\""));
        assertThat(whole.get(0).getString("error.message"))
                .isEqualTo("note has 65000 characters; a field may have at most 4096");
        assertThat(counts(whole)).containsExactly(2, 0, 0, 1);
        List<JsonPath> open = csv(text.replace("KEY", key).replace("LONG", "x".repeat(65_536)));
        assertThat(open).hasSize(1);
        assertThat(open.get(0).getString("error.message"))
                .isEqualTo("The row on line 5 has a field of more than 65536 characters; is a closing quote missing?");
        assertThat(counts(open)).containsExactly(0, 0, 1, 0);
    }

    @Test
    void row_of_too_many_fields_ends_the_stream() {
        create(key, "DAILY", "UTC");
        List<JsonPath> lines = csv("kpi,at,value\n%s,2026-11-01,1\n%s\n".formatted(key, ",".repeat(16_384)));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getString("error.message"))
                .isEqualTo("The row after the one on line 2 has more than 16384 fields");
        assertThat(counts(lines)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void byte_order_mark_line_ends_of_windows_and_quoted_commas_are_read() {
        create(key, "DAILY", "UTC");
        String text = "\uFEFFkpi,at,value,note\r\nKEY,2026-11-01,\"1\",\"a, b\"\r\nKEY,2026-11-02,2,\r\n";
        assertThat(counts(csv(text.replace("KEY", key)))).containsExactly(2, 0, 0, 0);
        assertThat(values(key).getString("data.kpi.values.nodes[0].note")).isEqualTo("a, b");
    }

    @Test
    void last_line_that_lacks_fields_is_rejected() {
        create(key, "DAILY", "UTC");
        List<JsonPath> lines = csv("kpi,at,value\nKEY,2026-11-01,1\nKEY,2026-1".replace("KEY", key));
        assertThat(rejection(lines.get(0)))
                .isEqualTo("3 REJECTED INVALID_VALUE [] The row has 2 fields; the header has 3");
        assertThat(counts(lines)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void progress_of_a_long_stream_is_told_from_the_first_part_on() {
        create(key, "DAILY", "UTC");
        StringBuilder text = new StringBuilder("kpi,at,value\r\n");
        LocalDate first = LocalDate.of(2010, 1, 1);
        IntStream.range(0, 2500).forEach(i -> text.append("%s,%s,%d\r\n".formatted(key, first.plusDays(i), i)));
        List<JsonPath> lines = csv(text.toString());
        assertThat(lines.get(0).getMap("progress"))
                .isEqualTo(Map.of("created", 1000, "updated", 0, "unchanged", 0, "rejected", 0));
        assertThat(end(lines)).isEqualTo(Map.of("created", 2500, "updated", 0, "unchanged", 0, "rejected", 0));
    }

    @Test
    void other_value_for_the_same_period_is_rejected_in_its_part_and_a_correction_in_a_later_one() {
        create(key, "DAILY", "UTC");
        String row = key + ",2026-11-01,";
        String text = "kpi,at,value\n" + row + "1\n\n" + row + "2\n" + (row + "1\n").repeat(998) + row + "3\n";
        List<JsonPath> lines = csv(text);
        assertThat(rejection(lines.get(0)))
                .isEqualTo("4 REJECTED DUPLICATE_KEY [value] Value is 2, but line 2 of this call gives 1 for Kpi '"
                        + key + "' and the period that begins on 2026-11-01");
        assertThat(counts(lines)).containsExactly(1, 1, 998, 1);
        assertThat(values(key).getList(VALUES)).containsExactly("3");
        assertThat(values(key).getList("data.kpi.values.nodes[0].revisions.value"))
                .containsExactly("1");
    }

    /** One of the series that come with the service, its KPIs renamed so that no other test meets them. */
    private static String series(String name, String mark) throws IOException {
        try (InputStream resource = IngestCsvTest.class.getResourceAsStream("/demo/" + name)) {
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
