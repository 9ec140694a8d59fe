package io.goaltree.gate;

import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That who may not read finds no way to. */
@QuarkusTest
class ReadRightTest extends ApiTest {
    private static final Who WRITER = As.unbound(Right.WRITE_GOALS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ another: cycles { nodes { id } } }",
                "query { ...F } fragment F on Query { cycles { nodes { id } } }",
                "query { ... on Query { ... { cycles { nodes { id } } } } }",
                "{ __typename cycles @skip(if: true) { nodes { id } } }",
                "query A { cycles { nodes { id } } }",
                "subscription { kpiValueRecorded { id } }",
                "mutation { teamCreate(input: {key: \"k\", name: \"n\"}) { team { id name } userErrors { code } } }",
                "mutation { teamCreate(input: {key: \"k\", name: \"n\"}) { ...P } }"
                        + " fragment P on TeamPayload { team { ... on Node { ... on Team { parent { id } } } } }"
            })
    void no_document_reads_for_who_may_not(String query) {
        Response answer = post(query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ __typename }", "{ __schema { queryType { name } } }", "{ __type(name: \"Team\") { name } }"})
    void the_schema_is_for_everybody_who_is_known(String query) {
        assertThat(post(query).statusCode()).isEqualTo(200);
        Response nobody = As.caller(Who.NOBODY, () -> send(query, "application/json"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void a_tag_does_not_open_the_door() {
        String query = "{ cycles(first: 1) { nodes { id } } }";
        Response read = As.caller(As.unbound(Right.READ), () -> get(query, "W/\"none\""));
        assertThat(read.statusCode()).isEqualTo(200);
        String tag = read.header("ETag");
        assertThat(tag).isNotEmpty();
        assertThat(As.caller(WRITER, () -> get(query, tag)).statusCode()).isEqualTo(403);
        assertThat(As.caller(As.unbound(Right.READ), () -> get(query, tag)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_event_stream_is_refused_by_its_status() {
        Response answer =
                As.caller(WRITER, () -> send("subscription { kpiValueRecorded { id } }", "text/event-stream"));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static Response post(String query) {
        return As.caller(WRITER, () -> send(query, "application/json"));
    }

    private static Response get(String query, String tag) {
        return RestAssured.given()
                .queryParam("query", query)
                .header("If-None-Match", tag)
                .get("/graphql");
    }

    private static Response send(String query, String accept) {
        Map<String, Object> body = input("query", query);
        return RestAssured.given()
                .contentType("application/json; charset=utf-8")
                .accept(accept)
                .body(new JsonObject(body).encode())
                .post("/graphql");
    }
}
