package io.goaltree.ingest;

import static io.goaltree.ingest.IngestCalls.PATH;
import static io.goaltree.ingest.IngestCalls.call;
import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.HeldToken;
import io.goaltree.access.Right;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who go away in the middle, and callers who listen only at the end. */
@QuarkusTest
class IngestCutTest {
    private static final String VALUES = "data.kpi.values.nodes.value";
    private static final String HEADER = "kpi,at,value\n";

    private final String key = freshKey("cut");

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000\r\n", "Transfer-Encoding: chunked\r\n"})
    void half_a_row_of_a_connection_that_was_cut_is_not_recorded(String length) throws Exception {
        create(key, "DAILY", "UTC");
        String whole = HEADER + "%s,2026-11-01,1\n".formatted(key).repeat(1_001);
        String half = "%s,2026-11-02,12".formatted(key);
        try (RawIngest raw = new RawIngest()) {
            raw.post(length + "Idempotency-Key: " + key + "\r\n");
            if (length.contains("chunked")) {
                raw.sendChunk(whole);
                raw.sendChunk(half);
            } else {
                raw.send(whole + half);
            }
            assertThat(raw.status()).isEqualTo(200);
            raw.until("\"created\":1,");
        }
        String list = HEADER + "%s,2026-11-01,1\n".formatted(key);
        // Its key is free as soon as the service has seen that the connection is gone.
        int status = 409;
        for (int i = 0; i < 100 && status == 409; i++) {
            Thread.sleep(100);
            status = call().contentType("text/csv")
                    .header("Idempotency-Key", key)
                    .body(list)
                    .post(PATH)
                    .statusCode();
        }
        assertThat(status).isEqualTo(200);
        assertThat(values(key).getList(VALUES)).containsExactly("1");
    }

    @Test
    void caller_who_listens_only_after_sending_gets_all_lines_in_order() throws Exception {
        int rows = 200_000;
        String value = "x".repeat(100);
        create(key, "DAILY", "UTC");
        try (RawIngest raw = new RawIngest()) {
            raw.post("Transfer-Encoding: chunked\r\nConnection: close\r\n");
            raw.sendChunk(HEADER);
            for (int i = 0; i < rows; i += 1_000) {
                raw.sendChunk((key + ",2026-11-01," + value + "\n").repeat(1_000));
            }
            raw.send("0\r\n\r\n");
            String answer = unchunked(raw.rest());
            List<String> lines = answer.lines().toList();
            List<Integer> numbers = lines.stream()
                    .filter(line -> line.startsWith("{\"line\":"))
                    .map(line -> Integer.parseInt(line.substring(8, line.indexOf(','))))
                    .toList();
            assertThat(numbers).isEqualTo(IntStream.range(2, rows + 2).boxed().toList());
            assertThat(new JsonPath(lines.get(lines.size() - 1)).getInt("rejected"))
                    .isEqualTo(rows);
        }
    }

    @Test
    void progress_is_told_while_the_body_is_still_under_way() throws Exception {
        create(key, "DAILY", "UTC");
        LocalDate first = LocalDate.of(2020, 1, 1);
        StringBuilder part = new StringBuilder(HEADER);
        IntStream.range(0, 1_100).forEach(i -> part.append("%s,%s,%d\n".formatted(key, first.plusDays(i), i)));
        try (RawIngest raw = new RawIngest()) {
            raw.post("Transfer-Encoding: chunked\r\n");
            raw.sendChunk(part.toString());
            assertThat(raw.status()).isEqualTo(200);
            raw.until("{\"progress\":{\"created\":1000,\"updated\":0,\"unchanged\":0,\"rejected\":0}}");
            // What is told is committed.
            assertThat(values(key).getList(VALUES)).hasSize(1_000);
        }
    }

    @Test
    void token_that_is_revoked_on_the_way_brings_no_more_and_what_was_told_stays() throws Exception {
        create(key, "DAILY", "UTC");
        HeldToken token = HeldToken.of(Right.WRITE_VALUES);
        LocalDate first = LocalDate.of(2020, 1, 1);
        StringBuilder part = new StringBuilder(HEADER);
        IntStream.range(0, 1_100).forEach(i -> part.append("%s,%s,%d\n".formatted(key, first.plusDays(i), i)));
        try (RawIngest raw = new RawIngest()) {
            raw.post("Transfer-Encoding: chunked\r\nAuthorization: " + token.bearer() + "\r\n");
            raw.sendChunk(part.toString());
            raw.until("\"created\":1000,");
            token.revoke();
            // It does not end by itself: there is nothing that says so.
            assertThat(raw.rest()).doesNotContain("\"created\":1100");
        }
        assertThat(values(key).getList(VALUES)).hasSize(1_000);
    }

    @Test
    void caller_who_waits_to_be_told_to_send_is_told() throws Exception {
        try (RawIngest raw = new RawIngest()) {
            raw.post("Content-Length: 13\r\nExpect: 100-continue\r\n");
            assertThat(raw.status()).isEqualTo(100);
            raw.send(HEADER);
            raw.until("{\"created\":0,");
        }
        try (RawIngest raw = new RawIngest()) {
            raw.send("POST " + PATH
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(raw.rest()).startsWith("HTTP/1.1 415").contains("UNSUPPORTED_MEDIA_TYPE");
        }
    }

    private static String unchunked(String answer) {
        int at = answer.indexOf("\r\n\r\n") + 4;
        StringBuilder text = new StringBuilder();
        while (true) {
            int end = answer.indexOf("\r\n", at);
            int length = Integer.parseInt(answer.substring(at, end), 16);
            if (length == 0) {
                return text.toString();
            }
            text.append(answer, end + 2, end + 2 + length);
            at = end + 2 + length + 2;
        }
    }
}
