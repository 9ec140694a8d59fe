package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports over the real route. */
@QuarkusTest
class ExportApiTest extends ApiTest {
    private static final String NAMES =
            "kpi_id,kpi_key,kpi_name,unit,period_start,period_end,value,measured_at,recorded_at,"
                    + "is_late,source,note,cadence,zone,direction,healthy_lower,healthy_upper,tolerance,team_id,team_key,team_name,"
                    + "owner_id,owner_name,archived_at,value_id,updated_at";
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Inject
    Sql sql;

    @Test
    void csv_is_written_as_the_rfc_wants_and_no_cell_is_a_formula() {
        String kpi = world.kpi("name", "=1+1, \"sum\"", "unit", "-%");
        record(kpi, "2026-11-01", "2.50", "one\ntwo, \"three\"", "@script");
        record(kpi, "2026-11-02", "-7", "", "\ud83d\udcc8 \u05e9\u05dc\u05d5\u05dd");
        Response answer = get("/export/kpi-values.csv?kpis=" + kpi);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> ids = ids(kpi);
        assertThat(answer.asString())
                .isEqualTo(NAMES + "\r\n" + id(kpi) + "," + kpi
                        + ",\"'=1+1, \"\"sum\"\"\",'-%,2026-11-01,2026-11-01,2.50,2026-11-01T00:00:00Z,2026-11-22T09:30:00Z,true,"
                        + "'@script,\"one\ntwo, \"\"three\"\"\",DAILY,UTC,HIGHER_IS_BETTER,,100,0,,,,,,," + ids.get(0)
                        + ",2026-11-22T09:30:00Z\r\n" + id(kpi) + "," + kpi
                        + ",\"'=1+1, \"\"sum\"\"\",'-%,2026-11-02,2026-11-02,-7,2026-11-02T00:00:00Z,2026-11-22T09:30:00Z,true,"
                        + "\ud83d\udcc8 \u05e9\u05dc\u05d5\u05dd,,DAILY,UTC,HIGHER_IS_BETTER,,100,0,,,,,,," + ids.get(1)
                        + ",2026-11-22T09:30:00Z\r\n");
    }

    @Test
    void ndjson_has_the_same_names_all_digits_and_no_guard() {
        String kpi = world.kpi("name", "=1+1, \"sum\"");
        record(kpi, "2026-11-01", "12345678901234567.890", "a\tb\nc\\", "+x");
        Response answer = get("/export/kpi-values.ndjson?kpis=" + kpi);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.asString())
                .isEqualTo("{\"kpi_id\":\"" + id(kpi) + "\",\"kpi_key\":\"" + kpi
                        + "\",\"kpi_name\":\"=1+1, \\\"sum\\\"\",\"unit\":\"%\",\"period_start\":\"2026-11-01\",\"period_end\":"
                        + "\"2026-11-01\",\"value\":12345678901234567.890,\"measured_at\":\"2026-11-01T00:00:00Z\",\"recorded_at\":"
                        + "\"2026-11-22T09:30:00Z\",\"is_late\":true,\"source\":\"+x\",\"note\":\"a\\tb\\nc\\\\\",\"cadence\":"
                        + "\"DAILY\",\"zone\":\"UTC\",\"direction\":\"HIGHER_IS_BETTER\",\"healthy_lower\":null,\"healthy_upper\":100,"
                        + "\"tolerance\":0,\"team_id\":null,\"team_key\":null,\"team_name\":null,\"owner_id\":null,\"owner_name\":null,"
                        + "\"archived_at\":null,\"value_id\":\"" + ids(kpi).get(0)
                        + "\",\"updated_at\":\"2026-11-22T09:30:00Z\"}\n");
    }

    @Test
    void headers_say_what_it_is_and_from_when() {
        String kpi = valued();
        Response answer = get("/export/kpi-values.csv?kpis=" + kpi);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"goaltree-kpi-values.csv\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("Goaltree-As-Of")).isEqualTo("2026-11-22T09:30:00Z");
        assertThat(answer.header("ETag")).startsWith("W/\"");
        assertThat(answer.header("RateLimit-Limit")).isNotNull();
    }

    @Test
    void head_has_the_headers_and_no_body() {
        String path = "/export/kpi-values.csv?kpis=" + valued();
        Response head = given().head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asString()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get(path).header("Content-Type"));
        assertThat(head.header("Goaltree-As-Of")).isEqualTo("2026-11-22T09:30:00Z");
    }

    @Test
    void it_comes_compressed_for_those_who_can_read_it() throws Exception {
        String path = "/export/kpi-values.ndjson?kpis=" + valued();
        Response compressed = given().header("Accept-Encoding", "gzip").get(path);
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        HttpResponse<String> plain = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.asString()).isEqualTo(plain.body());
    }

    @Test
    void what_the_caller_has_is_not_read_again_until_something_of_it_changes() {
        String kpi = valued();
        String path = "/export/kpi-values.csv?kpis=" + kpi;
        String tag = get(path).header("ETag");
        world.cycle();
        clock.advance(Duration.ofDays(3));
        Response known = given().header("If-None-Match", tag).get(path);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(tag);
        assertThat(given().header("If-None-Match", tag)
                        .get(path + "&from=2026-01-01")
                        .statusCode())
                .isEqualTo(200);
        World.values(kpi, FIRST, 8);
        Response changed = given().header("If-None-Match", tag).get(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.asString()).contains(",2026-11-01,8,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kpi-values.csv?kpi=a | 400 | INVALID_VALUE | There is no parameter 'kpi' for kpi-values; there are from, kpis, to, updatedSince",
                "kpi-values.csv?cycle=a | 400 | INVALID_VALUE | There is no parameter 'cycle'",
                "kpi-values.csv?asOf=2026-01-01T00:00:00Z | 400 | INVALID_VALUE | There is no parameter 'asOf'",
                "cycle-summary.csv?from=2026-01-01&cycle=a | 400 | INVALID_VALUE | There is no parameter 'from'",
                "kpi-values.csv?kpis= | 400 | INVALID_VALUE | kpis is ''",
                "kpi-values.csv?kpis=a,,b | 400 | INVALID_VALUE | kpis is 'a,,b'",
                "kpi-values.csv?kpis=no-such-kpi | 404 | NOT_FOUND | There is no Kpi 'no-such-kpi'",
                "kpi-values.csv?from=yesterday | 400 | INVALID_VALUE | from is 'yesterday'; it must be a date",
                "kpi-values.csv?from=2026-02-02&to=2026-02-01 | 400 | OUT_OF_RANGE | from is 2026-02-02",
                "kpi-values.csv?from=2026-01-01&from=2026-01-02 | 400 | INVALID_VALUE | from is there 2 times",
                "kpi-values.csv?updatedSince=2026-01-01T00:00:00 | 400 | INVALID_VALUE | updatedSince is '2026-01-01T00:00:00'",
                "kpi-values.csv?updatedSince=2027-01-01T00:00:00Z | 400 | OUT_OF_RANGE | updatedSince is 2027-01-01T00:00:00Z; it must not be after now, 2026-11-22T09:30:00Z",
                "cycle-summary.csv | 400 | REQUIRED | cycle is required",
                "key-results.ndjson?cycle=no-such | 404 | NOT_FOUND | There is no Cycle 'no-such'",
                "kpi-values.xlsx | 404 | NOT_FOUND | There is no export 'kpi-values.xlsx'",
                "kpi-values | 404 | NOT_FOUND | There is no export 'kpi-values'",
                "a/b.csv | 404 | NOT_FOUND | There is no export 'a/b.csv'",
                "kpi-values.csv/ | 404 | NOT_FOUND | There is no export 'kpi-values.csv/'"
            })
    void what_cannot_be_answered_is_named(String path, int status, String code, String message) {
        Response refused = get("/export/" + path);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.jsonPath().getString("error.code")).isEqualTo(code);
        assertThat(refused.jsonPath().getString("error.message")).startsWith(message);
    }

    @Test
    void exports_are_only_read() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            Response refused = given().request(method, "/export/kpi-values.csv");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.header("Allow")).isEqualTo("GET, HEAD");
            assertThat(refused.jsonPath().getString("error.code")).isEqualTo("METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void some_kpis_and_some_days_are_chosen_and_sorted_by_kpi_and_period() {
        String one = valued();
        String other = valued();
        List<String> both = lines("/export/kpi-values.csv?kpis=" + one + "," + id(other) + "&kpis=" + one
                + "&from=2026-11-02&to=2026-11-03");
        String smaller = id(one).compareTo(id(other)) < 0 ? one : other;
        String larger = smaller.equals(one) ? other : one;
        assertThat(both.stream().skip(1).map(line -> line.split(",")[1] + " " + line.split(",")[4]))
                .containsExactly(
                        smaller + " 2026-11-02",
                        smaller + " 2026-11-03",
                        larger + " 2026-11-02",
                        larger + " 2026-11-03");
    }

    @Test
    void a_value_is_told_with_the_definition_in_force_for_its_period() {
        String kpi = valued();
        mutate("kpiRedefine", input("kpi", kpi, "effectiveFrom", "2026-11-02", "reason", "Why", "unit", "pieces"))
                .done();
        assertThat(lines("/export/kpi-values.csv?kpis=" + kpi).stream().map(line -> line.split(",")[3]))
                .containsExactly("unit", "%", "pieces", "pieces");
    }

    @Test
    void since_an_instant_come_changes_of_anything_in_a_row_and_what_was_removed_last() {
        String kpi = valued();
        String path = "/export/kpi-values.csv?kpis=" + kpi + "&updatedSince=";
        String asOf = get("/export/kpi-values.csv?kpis=" + kpi).header("Goaltree-As-Of");
        assertThat(lines(path + asOf)).containsExactly(NAMES + ",removed_at");
        clock.advance(Duration.ofHours(1));
        World.values(kpi, FIRST.plusDays(1), 77);
        sql.execute("delete from kpi_value where id = cast(? as uuid)", uuid(ids(kpi).get(0)));
        Response changed = get(path + asOf);
        List<String> lines = changed.asString().lines().toList();
        assertThat(lines.stream()
                        .skip(1)
                        .map(line ->
                                line.split(",", -1)[4] + " " + line.split(",", -1)[6] + " " + line.split(",", -1)[26]))
                .containsExactly("2026-11-02 77 ", "2026-11-01 1 2026-11-22T10:30:00Z");
        String next = changed.header("Goaltree-As-Of");
        assertThat(lines(path + next)).hasSize(1);
        clock.advance(Duration.ofHours(1));
        mutate("kpiUpdate", input("id", id(kpi), "expectedVersion", 0, "name", "Another name"))
                .done();
        assertThat(lines(path + next)).hasSize(3);
        // Put there again, it is no longer among the removed.
        World.values(kpi, FIRST, 5);
        assertThat(lines(path + asOf)).hasSize(4).noneMatch(line -> line.matches(".*Z,2026.*Z"));
    }

    @Test
    void three_doors_and_a_view_tell_the_same() {
        String team = world.team();
        String owner = world.person();
        String kpi = world.kpi("team", team, "owner", owner, "name", "Plain");
        record(kpi, "2026-11-01", "2.50", "note", null);
        record(kpi, "2026-11-02", "0.000001", null, "s");
        String fields = String.join(
                " ",
                java.util.Arrays.stream(KpiValueRow.class.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getName)
                        .filter(name -> !name.equals("removedAt"))
                        .toList());
        List<java.util.Map<String, Object>> nodes = ask(
                        "query($k: [String!]) { kpiValueRows(kpis: $k) { nodes { " + fields + " } } }",
                        "k",
                        List.of(kpi))
                .list("kpiValueRows.nodes");
        List<List<String>> graphql = nodes.stream()
                .map(node -> node.values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toList())
                .toList();
        List<List<String>> csv = lines("/export/kpi-values.csv?kpis=" + kpi).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        List<List<String>> ndjson = lines("/export/kpi-values.ndjson?kpis=" + kpi).stream()
                .map(line -> new io.vertx.core.json.JsonObject(line)
                        .stream()
                                .map(one -> one.getValue() == null
                                        ? ""
                                        : one.getValue().toString())
                                .toList())
                .toList();
        assertThat(csv).hasSize(2).isEqualTo(graphql);
        assertThat(ndjson.get(0)).hasSize(26);
        assertThat(ndjson.get(0).subList(0, 6)).isEqualTo(csv.get(0).subList(0, 6));
        assertThat(ndjson.get(1).subList(9, 26)).isEqualTo(csv.get(1).subList(9, 26));
        for (List<String> row : csv) {
            assertThat(sql.count(
                            """
                            select count(*) from bi_v1.kpi_values v where v.value_id = ? and v.kpi_id = ? and v.kpi_key = ?
                                and v.value = cast(? as numeric) and v.team_id = ? and v.owner_id = ? and v.updated_at =
                                    cast(? as timestamptz) and v.measured_at = cast(? as timestamptz) and v.unit = ?
                            """,
                            row.get(24),
                            row.get(0),
                            row.get(1),
                            row.get(6),
                            team,
                            owner,
                            row.get(25),
                            row.get(7),
                            row.get(3)))
                    .isEqualTo(1);
        }
    }

    @Test
    void pages_follow_each_other_without_gap_and_keep_the_instant_of_the_first() {
        String kpi = valued();
        String query =
                "query($k: [String!], $s: DateTime, $a: String) { kpiValueRows(kpis: $k, updatedSince: $s, first: 2,"
                        + " after: $a) { asOf nodes { periodStart removedAt } pageInfo { hasNextPage endCursor } } }";
        GraphQl.Answer first = ask(query, "k", List.of(kpi));
        assertThat(first.<Object>list("kpiValueRows.nodes.periodStart")).containsExactly("2026-11-01", "2026-11-02");
        assertThat(first.<Boolean>get("kpiValueRows.pageInfo.hasNextPage")).isTrue();
        clock.advance(Duration.ofHours(1));
        GraphQl.Answer second = ask(query, "k", List.of(kpi), "a", first.string("kpiValueRows.pageInfo.endCursor"));
        assertThat(second.<Object>list("kpiValueRows.nodes.periodStart")).containsExactly("2026-11-03");
        assertThat(second.<Boolean>get("kpiValueRows.pageInfo.hasNextPage")).isFalse();
        assertThat(second.string("kpiValueRows.asOf")).isEqualTo("2026-11-22T09:30:00Z");
        World.values(kpi, FIRST.plusDays(1), 50, 51);
        sql.execute("delete from kpi_value where id = cast(? as uuid)", uuid(ids(kpi).get(0)));
        String since = second.string("kpiValueRows.asOf");
        GraphQl.Answer changed = ask(query, "k", List.of(kpi), "s", since);
        assertThat(changed.<Object>list("kpiValueRows.nodes.periodStart")).containsExactly("2026-11-02", "2026-11-03");
        GraphQl.Answer gone =
                ask(query, "k", List.of(kpi), "s", since, "a", changed.string("kpiValueRows.pageInfo.endCursor"));
        assertThat(gone.<Object>list("kpiValueRows.nodes.periodStart")).containsExactly("2026-11-01");
        assertThat(gone.string("kpiValueRows.nodes[0].removedAt")).isEqualTo("2026-11-22T10:30:00Z");
        GraphQl.post(query, "k", List.of(kpi), "a", changed.string("kpiValueRows.pageInfo.endCursor"))
                .refusedWith("INVALID_VALUE", "Cursor");
    }

    @Test
    void rows_over_graphql_are_refused_for_what_is_unknown_or_yet_to_come() {
        GraphQl.post("{ kpiValueRows(kpis: [\"no-such-kpi\"]) { nodes { kpiId } } }")
                .refusedWith("NOT_FOUND", "no-such-kpi");
        GraphQl.post("{ kpiValueRows(updatedSince: \"2027-01-01T00:00:00Z\") { nodes { kpiId } } }")
                .refusedWith("OUT_OF_RANGE", "updatedSince is 2027-01-01T00:00:00Z");
        GraphQl.post("{ kpiValueRows(first: 1001) { nodes { kpiId } } }").refusedWith("OUT_OF_RANGE", "1000");
    }

    @Test
    void the_number_of_statements_does_not_depend_on_rows() {
        String few = valued();
        String many = world.kpi();
        World.values(
                many,
                LocalDate.parse("2026-01-01"),
                java.util.stream.IntStream.range(0, 300).boxed().toArray());
        get("/export/kpi-values.csv?kpis=" + few);
        for (String since : List.of("", "&updatedSince=2020-01-01T00:00:00Z")) {
            assertThat(Wire.statements(() -> get("/export/kpi-values.csv?kpis=" + many + since)))
                    .isEqualTo(Wire.statements(() -> get("/export/kpi-values.csv?kpis=" + few + since)));
        }
        String query = "query($k: [String!]) { kpiValueRows(kpis: $k, first: 1000) { nodes { kpiId } } }";
        assertThat(Wire.statements(() -> ask(query, "k", List.of(many))))
                .isEqualTo(Wire.statements(() -> ask(query, "k", List.of(few))))
                .isLessThan(15);
    }

    private String valued() {
        String kpi = world.kpi();
        World.values(kpi, FIRST, 1, 2, 3);
        return kpi;
    }

    private static void record(String kpi, String at, String value, String note, String source) {
        ask(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { created } }",
                "input",
                input("values", List.of(input("kpi", kpi, "at", at, "value", value, "note", note, "source", source))));
    }

    private static String id(String kpi) {
        return ask("query($k: String) { kpi(key: $k) { id } }", "k", kpi).string("kpi.id");
    }

    private static List<String> ids(String kpi) {
        return ask("query($k: [String!]) { kpiValueRows(kpis: $k) { nodes { valueId } } }", "k", List.of(kpi))
                .list("kpiValueRows.nodes.valueId");
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private static List<String> lines(String path) {
        return get(path).asString().lines().toList();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }
}
