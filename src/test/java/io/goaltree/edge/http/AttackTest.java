package io.goaltree.edge.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made to hurt: each is refused with its code, or cheap, and the next honest request is answered. */
@QuarkusTest
class AttackTest extends ApiTest {

    static Stream<Arguments> documents() {
        String circle = "fields { type { ".repeat(12);
        return Stream.of(
                attack("101 aliases", "{ " + repeat(101, i -> "a" + i + ": __typename") + " }", "TOO_MANY_ALIASES"),
                attack(
                        "101 aliases below the root",
                        "{ teams { nodes { " + repeat(101, i -> "a" + i + ": id") + " } } }",
                        "TOO_MANY_ALIASES"),
                attack(
                        "aliases multiplied by fragments",
                        "{ teams { nodes { ...A " + repeat(20, i -> "b" + i + ": parent { ...A }")
                                + " } } } fragment A on Team { " + repeat(6, i -> "a" + i + ": id") + " }",
                        "TOO_MANY_ALIASES"),
                attack(
                        "circular introspection",
                        "{ __schema { types { " + circle + "name" + " } }".repeat(12) + " } } }",
                        "TOO_DEEP"),
                attack("1,000 directives", "{ __typename " + "@a".repeat(1_000) + " }", "TOO_MANY_DIRECTIVES"),
                attack(
                        "circular fragments",
                        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
                        "GRAPHQL_VALIDATION_FAILED"),
                attack(
                        "depth 60",
                        "{ teams { nodes { " + "parent { ".repeat(58) + "id" + " }".repeat(58) + " } } }",
                        "TOO_DEEP"),
                attack(
                        "a million of everything",
                        "{ objectives(first: 1000000) { nodes { keyResults { checkIns(first: 1000000) { nodes { id } } } } } }",
                        "OUT_OF_RANGE"),
                attack(
                        "a thousand thousands of thousands",
                        "{ kpis(first: 1000) { nodes { values(first: 1000) { nodes { kpi { values(first: 1000) { nodes { id } } } } } } } }",
                        "COST_TOO_HIGH"),
                attack("101 root fields", "{ " + "__typename ".repeat(101) + " }", "TOO_MANY_ROOT_FIELDS"),
                attack(
                        "3,000 unknown fields",
                        "{ teams { nodes { " + repeat(3_000, i -> "x" + i) + " } } }",
                        "GRAPHQL_VALIDATION_FAILED"),
                attack("10,001 tokens", "{ teams { nodes { " + "id ".repeat(10_001) + " } } }", "TOO_MANY_TOKENS"),
                attack("a long document", "{ __typename } #" + "x".repeat(100_001), "DOCUMENT_TOO_LARGE"),
                attack("20,000 levels", "{a".repeat(20_000), "TOO_DEEP"),
                attack("deep values", "{ teams(first: " + "[".repeat(4_000) + " }", "TOO_DEEP"),
                attack("an unterminated text", "{ team(key: \"abc) { id } }", "GRAPHQL_PARSE_FAILED"),
                attack("an unterminated block", "{ team(key: \"\"\"abc) { id } }", "GRAPHQL_PARSE_FAILED"),
                attack("a NUL in the document", "{ team(key: \"a\u0000b\") { id } }", "GRAPHQL_PARSE_FAILED"),
                attack("a lone surrogate", "{ team(key: \"a\\uD800b\") { id } }", "GRAPHQL_PARSE_FAILED"),
                attack("Int wrap", "{ teams(first: 4294967297) { nodes { id } } }", "GRAPHQL_VALIDATION_FAILED"),
                attack("nothing", "", "GRAPHQL_PARSE_FAILED"),
                attack(
                        "a subscription to nothing",
                        "subscription { goalChanged(cycle: \"x\") @skip(if: true) { at } }",
                        "GRAPHQL_VALIDATION_FAILED"),
                attack("only a comment", "# hello", "GRAPHQL_PARSE_FAILED"));
    }

    @AfterEach
    void the_next_honest_request_is_answered() {
        assertThat(GraphQl.ask("{ teams(first: 1) { pageInfo { hasPreviousPage } } }")
                        .text())
                .isEqualTo("{\"data\":{\"teams\":{\"pageInfo\":{\"hasPreviousPage\":false}}}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_hostile_document_is_refused(String name, String document, String code) {
        Response answer = post(new JsonObject().put("query", document).encode());
        assertThat(answer.statusCode()).isEqualTo(400);
        List<Map<String, Object>> errors = answer.jsonPath().getList("errors");
        assertThat(errors).hasSizeBetween(1, 20);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code"))
                .as(answer.asString())
                .isEqualTo(code);
        assertThat(answer.asString()).doesNotContain("\"data\"").doesNotContainPattern("java\\.|graphql\\.|Exception");
    }

    @Test
    void one_thousand_directives_fit_in_two_kB() {
        assertThat("{ __typename " + "@a".repeat(1_000) + " }").hasSizeLessThan(2_048);
    }

    @Test
    void five_hundred_equal_fields_are_one() {
        world.team();
        assertThat(GraphQl.ask("{ teams(first: 1) { nodes { " + "name ".repeat(500) + " } } }")
                        .<Map<String, Object>>list("teams.nodes"))
                .containsExactly(Map.of("name", "A team"));
    }

    @Test
    void a_page_that_a_variable_makes_too_large_is_refused() {
        Response answer = post(new JsonObject()
                .put("query", "query($n: Int) { teams(first: $n) { nodes { id } } }")
                .put("variables", new JsonObject().put("n", 1_000_000))
                .encode());
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("OUT_OF_RANGE");
        assertThat(answer.jsonPath().getString("errors[0].message"))
                .isEqualTo("first is 1000000; it must be between 0 and 1000");
    }

    /** PostgreSQL keeps no such text, so nothing can be found by it; in a mutation it is a caller's mistake. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "a\\udc00b", "\\ud800\\ud800"})
    void a_text_that_the_database_cannot_keep_finds_nothing_and_is_not_written(String text) {
        assertThat(ask("query($v: String!) { team(key: $v) { id } }", text)).isEqualTo("{\"data\":{\"team\":null}}");
        assertThat(ask("query($v: String!) { node(id: $v) { id } }".replace("String", "ID"), text))
                .isEqualTo("{\"data\":{\"node\":null}}");
        assertThat(ask("query($v: String!) { goalTree(cycle: $v) { objectiveCount } }", text))
                .isEqualTo("{\"data\":{\"goalTree\":null}}");
        assertThat(ask("query($v: String!) { kpis(filter: {text: $v}) { nodes { id } } }", text))
                .isEqualTo("{\"data\":{\"kpis\":{\"nodes\":[]}}}");
        assertThat(ask(
                        "mutation($v: String!) { teamCreate(input: {key: \\\"k\\\", name: $v}) { userErrors { code path } } }",
                        text))
                .isEqualTo(
                        "{\"data\":{\"teamCreate\":{\"userErrors\":[{\"code\":\"INVALID_VALUE\",\"path\":[\"input\",\"name\"]}]}}}");
    }

    private static String ask(String query, String text) {
        return post("{\"query\": \"" + query + "\", \"variables\": {\"v\": \"" + text + "\"}}")
                .asString();
    }

    @Test
    void json_nested_20_000_deep_is_refused() {
        String nested = "[".repeat(20_000) + "]".repeat(20_000);
        assertThat(code(post("{\"query\": \"{ __typename }\", \"variables\": {\"a\": " + nested + "}}")))
                .isEqualTo("JSON_TOO_DEEP");
        assertThat(code(post("{\"a\": ".repeat(20_000)))).isEqualTo("JSON_TOO_DEEP");
    }

    @Test
    void eleven_megabytes_are_413() throws IOException {
        byte[] body = ("{\"query\": \"{ __typename }" + " ".repeat(11 * 1_024 * 1_024) + "\"}").getBytes(UTF_8);
        try (RawHttp http = new RawHttp()) {
            assertThat(http.post(body, "Content-Type: application/json").answer())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void a_refused_document_of_any_size_is_answered_in_a_few_lines() {
        Response answer = post(new JsonObject()
                .put("query", "{ teams { nodes { " + repeat(3_000, i -> "x" + i) + " } } }")
                .encode());
        assertThat(answer.asByteArray().length).isLessThan(10_000);
    }

    @Test
    void a_hundred_slow_bodies_keep_nobody_else_waiting() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                slow.add(new RawHttp()
                        .send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n{\"query\": \""));
            }
            the_next_honest_request_is_answered();
        } finally {
            for (RawHttp http : slow) {
                http.close();
            }
        }
    }

    private static Arguments attack(String name, String document, String code) {
        return Arguments.of(name, document, code);
    }

    private static String repeat(int times, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining(" "));
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("errors[0].extensions.code");
    }

    private static Response post(String body) {
        return given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body(body.getBytes(UTF_8))
                .post("/graphql");
    }
}
