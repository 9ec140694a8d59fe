package io.goaltree.ingest;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.LogConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the tests of this door say to it. */
final class IngestCalls {
    static final String PATH = "/ingest/kpi-values";

    private IngestCalls() {}

    /** The client adds a charset of its own to each Content-Type unless it is told not to. */
    static RequestSpecification call() {
        EncoderConfig asItIs = EncoderConfig.encoderConfig()
                .defaultContentCharset(StandardCharsets.UTF_8)
                .appendDefaultContentCharsetToContentTypeIfUndefined(false);
        // RestAssured would take a minute to make deep nesting pretty for its log.
        LogConfig plain = new LogConfig().enablePrettyPrinting(false);
        return given().config(config().encoderConfig(asItIs).logConfig(plain));
    }

    static JsonPath json(String body, int status) {
        return call().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    static JsonPath keyed(String idempotencyKey, String body, int status) {
        return call().contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    static List<JsonPath> csv(String body) {
        return lines(call().contentType("text/csv")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH));
    }

    static List<JsonPath> ndjson(String body) {
        return lines(call().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH));
    }

    static List<JsonPath> lines(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::new).toList();
    }

    static Map<String, Object> end(List<JsonPath> lines) {
        return lines.get(lines.size() - 1).getMap("");
    }

    /** Created, updated, unchanged, rejected. */
    static List<Integer> counts(List<JsonPath> lines) {
        JsonPath end = lines.get(lines.size() - 1);
        return List.of(end.getInt("created"), end.getInt("updated"), end.getInt("unchanged"), end.getInt("rejected"));
    }

    static String rejection(JsonPath line) {
        return line.getInt("line") + " " + line.getString("status") + " " + line.getString("error.code") + " "
                + line.getList("error.path") + " " + line.getString("error.message");
    }
}
