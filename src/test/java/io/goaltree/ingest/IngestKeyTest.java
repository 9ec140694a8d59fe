package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.PATH;
import static io.goaltree.ingest.IngestCalls.counts;
import static io.goaltree.ingest.IngestCalls.lines;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.kpi.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Idempotency keys of bodies that are recorded part by part. */
@QuarkusTest
class IngestKeyTest {
    @Inject
    Rows rows;

    private final String kpi = freshKey("stream");
    private final String key = freshKey("key");

    @Test
    void repeated_stream_tells_the_same_lines_and_counts() {
        create(kpi, "DAILY", "UTC");
        String row = kpi + ",2026-11-01,1\n";
        String bad = kpi + ",2026-11-01,NaN\n";
        String body = "kpi,at,value\n" + row + bad + row.repeat(1_500) + bad;
        List<JsonPath> first = lines(call("text/csv", body));
        assertThat(first.get(first.size() - 1).getMap("")).doesNotContainKey("replayed");
        List<Long> before = rows.fingerprints();
        List<JsonPath> again = lines(call("text/csv", body));
        assertThat(again.get(2).getMap("")).containsEntry("replayed", true).hasSize(5);
        assertThat(counts(again)).isEqualTo(counts(first)).containsExactly(1, 0, 1_500, 2);
        assertThat(again.stream().limit(2).map(IngestCalls::rejection))
                .containsExactlyElementsOf(first.stream()
                        .filter(line -> line.get("line") != null)
                        .map(IngestCalls::rejection)
                        .toList());
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void repeated_long_array_tells_the_same_results() {
        create(kpi, "DAILY", "UTC");
        String item = "{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":1}".formatted(kpi);
        String body = "[" + (item + ",").repeat(10_000) + "7]";
        JsonPath first = call("application/json", body).jsonPath();
        JsonPath again = call("application/json", body).jsonPath();
        assertThat(first.getBoolean("replayed")).isFalse();
        assertThat(again.getBoolean("replayed")).isTrue();
        assertThat(again.getList("results")).hasSize(10_001).isEqualTo(first.getList("results"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void key_that_was_used_for_other_values_is_refused(String type) {
        create(kpi, "DAILY", "UTC");
        call("text/csv", "kpi,at,value\n" + kpi + ",2026-11-01,1\n");
        List<Long> before = rows.fingerprints();
        String other = type.equals("text/csv")
                ? "kpi,at,value\n" + (kpi + ",2026-11-01,2\n").repeat(1_500)
                : "{\"kpi\":\"%s\",\"at\":\"2026-11-01\",\"value\":\"1\"}".formatted(kpi);
        Response refused = call(type, other);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("error.code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rows.fingerprints()).isEqualTo(before);
    }

    @Test
    void key_of_a_stream_under_way_is_refused_until_that_one_is_over() throws Exception {
        create(kpi, "DAILY", "UTC");
        String row = kpi + ",2026-11-01,1\n";
        try (RawIngest raw = new RawIngest()) {
            raw.post("Transfer-Encoding: chunked\r\nIdempotency-Key: " + key + "\r\n");
            raw.sendChunk("kpi,at,value\n" + row.repeat(1_100));
            assertThat(raw.status()).isEqualTo(200);
            for (String type : List.of("text/csv", "application/json")) {
                Response refused = call(type, type.equals("text/csv") ? "kpi,at,value\n" + row : "[]");
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.header("Retry-After")).isEqualTo("5");
                assertThat(refused.jsonPath().getString("error.code")).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
            }
            raw.send("0\r\n\r\n");
            raw.until("{\"created\":1,\"updated\":0,\"unchanged\":1099,\"rejected\":0}\n");
        }
        assertThat(counts(lines(call("text/csv", "kpi,at,value\n" + row.repeat(1_100)))))
                .containsExactly(1, 0, 1_099, 0);
    }

    @Test
    void stream_that_broke_off_is_not_remembered() {
        create(kpi, "DAILY", "UTC");
        List<JsonPath> broken = lines(call("text/csv", "kpi,at,value\n" + kpi + ",2026-11-01,1\n" + kpi + ",\"2026"));
        assertThat(broken.get(0).getString("error.code")).isEqualTo("INVALID_VALUE");
        List<JsonPath> repaired =
                lines(call("text/csv", "kpi,at,value\n" + kpi + ",2026-11-01,1\n" + kpi + ",2026-11-02,2\n"));
        assertThat(counts(repaired)).containsExactly(1, 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson", "application/json"})
    void key_of_a_wrong_length_is_refused(String type) {
        Response refused = IngestCalls.call()
                .header("Content-Type", type)
                .header("Idempotency-Key", "k".repeat(256))
                .body((type.equals("text/csv") ? "kpi,at,value\n" : "[]").getBytes(UTF_8))
                .post(PATH);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("error.code")).isEqualTo("OUT_OF_RANGE");
    }

    private Response call(String type, String body) {
        return IngestCalls.call()
                .contentType(type)
                .header("Idempotency-Key", key)
                .body(body.getBytes(UTF_8))
                .post(PATH);
    }
}
