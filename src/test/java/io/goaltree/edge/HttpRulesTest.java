package io.goaltree.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of GraphQL over HTTP, a row each: what the 61 audits of the npm package graphql-http ask and accept.
 * {@link AuditTest} runs the audits themselves where node is present.
 */
@QuarkusTest
class HttpRulesTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "graphql-over-http.csv");
    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** What is asked, and what may come back; an empty text asks for nothing. */
    record Rule(
            String id,
            String method,
            String contentType,
            String accept,
            String statuses,
            String answeredAs,
            String without,
            String request,
            String rule) {

        static Rule of(String row) {
            List<String> cells =
                    Stream.of(row.split("\\|", -1)).map(String::strip).toList();
            return new Rule(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8));
        }

        /** Whether a status is in one of the ranges, such as {@code 200 400-499}. */
        boolean allows(int status) {
            return Stream.of(statuses.split(" ")).map(range -> range.split("-")).anyMatch(bounds -> {
                int first = Integer.parseInt(bounds[0]);
                return first <= status && status <= Integer.parseInt(bounds[bounds.length - 1]);
            });
        }

        @Override
        public String toString() {
            return id + " " + rule;
        }
    }

    static Stream<Rule> rules() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(Rule::of);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void it_is_kept(Rule rule) throws CharacterCodingException {
        Response answer = ask(rule);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(answer.asByteArray()))
                .toString();
        assertThat(rule.allows(answer.statusCode()))
                .as("%s: status %s, not %s: %s", rule, rule.statuses(), answer.statusCode(), text)
                .isTrue();
        if (!rule.answeredAs().isEmpty()) {
            assertThat(answer.contentType()).as(rule.toString()).startsWith(rule.answeredAs());
        }
        if (!rule.without().isEmpty()) {
            assertThat(new JsonObject(text).fieldNames())
                    .as(rule.toString())
                    .isNotEmpty()
                    .doesNotContain(rule.without());
        }
    }

    @Test
    void all_of_them_are_here() throws IOException {
        assertThat(rules().map(Rule::id).distinct()).hasSize(61);
    }

    private static Response ask(Rule rule) {
        RequestSpecification request = given().config(AS_WRITTEN);
        if (rule.contentType().isEmpty()) {
            request.noContentType();
        } else {
            request.contentType(rule.contentType());
        }
        if (!rule.accept().isEmpty()) {
            request.accept(rule.accept());
        }
        if (rule.method().equals("GET")) {
            // Each member of the request is a parameter: a text as it is, anything else as JSON.
            new JsonObject(rule.request())
                    .forEach(member -> request.queryParam(
                            member.getKey(), member.getValue().toString()));
        } else if (!rule.request().isEmpty()) {
            request.body(rule.request().getBytes(StandardCharsets.UTF_8));
        }
        return request.request(rule.method(), "/graphql");
    }
}
