package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.PATH;
import static io.goaltree.ingest.IngestCalls.call;
import static io.goaltree.ingest.IngestCalls.counts;
import static io.goaltree.ingest.IngestCalls.lines;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.kpi.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said before the body. */
@QuarkusTest
class IngestHeadTest {
    @Inject
    Rows rows;

    private final String key = freshKey("head");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "text/plain",
                "application/json; charset=utf-16",
                "text/csv;charset",
                "application/json, text/csv",
                "application/x-www-form-urlencoded"
            })
    void other_content_types_are_refused_with_those_that_are_possible(String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .POST(HttpRequest.BodyPublishers.ofString("[]"));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> refused =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
        JsonPath error = new JsonPath(refused.body());
        assertThat(error.getString("error.code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(error.getString("error.message"))
                .startsWith("Content-Type is " + (type.isEmpty() ? "missing" : "'" + type + "'"))
                .contains("application/x-ndjson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/ndjson",
                "Application/JSONL; charset=UTF-8",
                "application/x-ndjson; charset=\"utf-8\"; header=present"
            })
    void names_of_ndjson_are_taken(String type) {
        Response answer = call().header("Content-Type", type).body(new byte[0]).post(PATH);
        assertThat(counts(lines(answer))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void other_methods_are_refused() {
        Response refused = call().get(PATH);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(refused.jsonPath().getString("error.code")).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(call().options(PATH).statusCode()).isEqualTo(204);
        assertThat(call().head(PATH).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mode=SOME", "mode=", "mode=PARTIAL&mode=PARTIAL", "Mode=PARTIAL", "colour=red", "mode=%41LL"})
    void parameters_that_mean_nothing_are_refused(String query) throws Exception {
        try (RawIngest raw = new RawIngest()) {
            raw.post("?" + query, "Content-Length: 0\r\n");
            assertThat(raw.status()).isEqualTo(400);
            raw.until("\"INVALID_VALUE\"");
        }
    }

    /** The first call of such a client begins as HTTP/1.1; only the second is HTTP/2 from its beginning. */
    @Test
    void an_upgrade_to_http_2_is_not_taken_up_and_the_call_is_served() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String body : List.of("[]", "[]", "nonsense")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(body.equals("[]") ? 200 : 400);
        }
    }

    /** The server itself refuses it, before any door hears of it. */
    @Test
    void what_is_no_url_is_refused_without_a_word() throws Exception {
        try (RawIngest raw = new RawIngest()) {
            raw.post("?mode=%zz", "Content-Length: 0\r\n");
            assertThat(raw.status()).isEqualTo(400);
            raw.until("content-length: 0\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void zipped_body_of_several_members_is_read(String coding) throws IOException {
        create(key, "DAILY", "UTC");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(zipped("kpi,at,value\n" + key + ",2026-11-01,1\n"));
        body.write(zipped(key + ",2026-11-02,2\n"));
        assertThat(counts(lines(zippedCall(coding, body.toByteArray())))).containsExactly(2, 0, 0, 0);
    }

    @Test
    void zipped_body_that_is_broken_or_cut_off_is_a_fault() throws IOException {
        create(key, "DAILY", "UTC");
        byte[] whole = zipped("kpi,at,value\n" + key + ",2026-11-01,1\n" + key + ",2026-11-02,2\n");
        List<Long> before = rows.fingerprints();
        for (byte[] broken :
                List.of("kpi,at,value".getBytes(StandardCharsets.UTF_8), new byte[0], Arrays.copyOf(whole, 15))) {
            Response refused = zippedCall("gzip", broken);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("error.message")).startsWith("The body is not a whole gzip stream");
        }
        assertThat(rows.fingerprints()).isEqualTo(before);
        List<JsonPath> lines = lines(zippedCall("gzip", Arrays.copyOf(whole, whole.length - 1)));
        assertThat(lines.get(lines.size() - 1).getString("error.message"))
                .isEqualTo("The body is not a whole gzip stream: it ends too early");
        byte[] array = zipped("[]");
        Response cut = call().header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body(Arrays.copyOf(array, array.length - 1))
                .post(PATH);
        assertThat(cut.statusCode()).isEqualTo(400);
        byte[] garbage = Arrays.copyOf(whole, whole.length + 3);
        assertThat(lines(zippedCall("gzip", garbage)).get(0).getString("error.code"))
                .isEqualTo("INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "deflate"})
    void other_codings_are_refused(String coding) {
        Response refused = zippedCall(coding, new byte[] {1});
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.jsonPath().getString("error.message")).contains("'" + coding + "'", "gzip");
    }

    @Test
    void all_or_nothing_records_all() {
        create(key, "DAILY", "UTC");
        Response answer = allOrNothing("kpi,at,value\n" + key + ",2026-11-01,1\n" + key + ",2026-11-02,2\n");
        assertThat(counts(lines(answer))).containsExactly(2, 0, 0, 0);
    }

    @Test
    void all_or_nothing_records_nothing_when_a_row_is_rejected_and_names_that_row() {
        create(key, "DAILY", "UTC");
        List<Long> before = rows.fingerprints();
        List<JsonPath> lines =
                lines(allOrNothing("kpi,at,value\n" + key + ",2026-11-01,1\n" + key + ",2026-11-02,NaN\n"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).getInt("line")).isEqualTo(3);
        assertThat(counts(lines)).containsExactly(0, 0, 0, 2);
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void all_or_nothing_takes_ten_thousand_rows_and_not_one_more() {
        create(key, "DAILY", "UTC");
        String row = key + ",2026-11-01,1\n";
        List<Long> before = rows.fingerprints();
        Response refused = allOrNothing("kpi,at,value\n" + row.repeat(10_001));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.jsonPath().getString("error.code")).isEqualTo("TOO_MANY_ITEMS");
        assertThat(rows.fingerprints()).isEqualTo(before);
        assertThat(counts(lines(allOrNothing("kpi,at,value\n" + row.repeat(10_000)))))
                .containsExactly(1, 0, 9_999, 0);
    }

    @Test
    void body_of_more_than_ten_megabytes_is_read() {
        create(key, "DAILY", "UTC");
        String row = key + ",2026-11-01,1," + "x".repeat(1_000) + "\n";
        Response answer = call().contentType("text/csv")
                .body("kpi,at,value,note\n" + row.repeat(11_000))
                .post(PATH);
        assertThat(counts(lines(answer))).containsExactly(1, 0, 10_999, 0);
        assertThat(values(key).getList("data.kpi.values.nodes.value")).containsExactly("1");
    }

    @Test
    void graphql_still_refuses_a_large_body() {
        Response refused = call().contentType("application/json")
                .body(Map.of("query", "{ __typename }", "variables", Map.of("x", "x".repeat(12_000_000))))
                .post("/graphql");
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    private static Response allOrNothing(String body) {
        return call().contentType("text/csv").body(body).post(PATH + "?mode=ALL_OR_NOTHING");
    }

    private static Response zippedCall(String coding, byte[] body) {
        return call().header("Content-Type", "text/csv")
                .header("Content-Encoding", coding)
                .body(body)
                .post(PATH);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
