package io.goaltree.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What takes too long, with limits so short that a test can wait for them. */
@QuarkusTest
@TestProfile(PatienceTest.Impatient.class)
class PatienceTest extends ApiTest {

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "goaltree.limits.request-time", "3s",
                    "goaltree.limits.values", "1000",
                    "goaltree.rate-limit.per-minute", "6",
                    "goaltree.rate-limit.burst", "400",
                    "goaltree.graphiql", "true",
                    "goaltree.introspection", "false");
        }
    }

    @Inject
    Sql sql;

    @Test
    void a_body_that_does_not_come_is_408_and_the_connection_closed() throws IOException {
        try (RawHttp http = new RawHttp()) {
            http.send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"query\"");
            assertThat(http.answer()).startsWith("HTTP/1.1 408 ").contains("BODY_TOO_SLOW");
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void an_answer_that_takes_too_long_is_503_and_stopped() throws Exception {
        try (AutoCloseable locked = sql.locked("team")) {
            Response answer = RestAssured.given()
                    .contentType("application/json")
                    .body("{\"query\": \"{ teams { nodes { id } } }\"}")
                    .post("/graphql");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo("TIMEOUT");
        }
        assertThat(GraphQl.ask("{ teams { pageInfo { hasPreviousPage } } }").errors())
                .isEmpty();
    }

    @Test
    void every_answer_says_what_is_left_of_the_rate_and_what_is_too_much_is_429() throws IOException {
        String query = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RawHttp http = new RawHttp("127.0.0.9")) {
            assertThat(http.send(query).answer())
                    .startsWith("HTTP/1.1 200 ")
                    .contains(
                            "RateLimit-Limit: 400\r\n",
                            "RateLimit-Remaining: 399\r\n",
                            "RateLimit-Policy: 6;w=60;burst=400\r\n")
                    .doesNotContain("Retry-After");
            for (int i = 0; i < 399; i++) {
                assertThat(http.send(query).answer()).startsWith("HTTP/1.1 200 ");
            }
            assertThat(http.send(query).answer())
                    .startsWith("HTTP/1.1 429 ")
                    .contains("RateLimit-Remaining: 0\r\n", "RATE_LIMITED")
                    .containsPattern("Retry-After: ([1-9]|10)\r\n");
            assertThat(http.send("GET /graphql/schema.graphql HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 429 ");
            for (String request : List.of(
                    "POST /ingest/kpi-values HTTP/1.1\r\nContent-Type: text/csv\r\nContent-Length: 2\r\n",
                    "GET /export/kpi-values.csv HTTP/1.1\r\n",
                    "GET /charts/kpi/any.svg HTTP/1.1\r\n")) {
                String body = request.startsWith("POST") ? "ab" : "";
                assertThat(http.send(request + "Host: localhost\r\n\r\n" + body).answer())
                        .startsWith("HTTP/1.1 429 ")
                        .contains("\r\nContent-Type: application/json\r\n")
                        .containsPattern("Retry-After: ([1-9]|10)\r\n")
                        .containsPattern(
                                "\r\n\r\n\\{\"error\":\\{\"code\":\"RATE_LIMITED\",\"message\":\"More than 6 requests"
                                        + " a minute; try again in ([1-9]|10) seconds\"}}$");
            }
        }
        try (RawHttp other = new RawHttp("127.0.0.10")) {
            assertThat(other.send(query).answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void an_answer_larger_than_was_reckoned_with_is_stopped() {
        World.Goal goal = world.objective(world.cycle());
        for (int i = 0; i < 30; i++) {
            world.objective(world.cycle()).under(goal);
        }
        String query =
                "query($id: ID!) { objective(id: $id) { children { id title state depth version ambition updatedAt %s } } }";
        assertThat(GraphQl.ask(query.formatted(""), "id", goal.id).<Object>list("objective.children"))
                .hasSize(30);
        String more = "parents { parentObjective { children { id title } } }";
        assertThat(GraphQl.post(query.formatted(more), "id", goal.id).errors())
                .hasSize(1)
                .first()
                .extracting("message")
                .isEqualTo("The answer would hold more than 1000 values; select fewer fields, or smaller pages."
                        + " What a mutation has done stands");
    }

    @Test
    void the_schema_is_not_shown_where_introspection_is_off() {
        for (String query : new String[] {"{ __schema { types { name } } }", "{ __type(name: \"Team\") { name } }"}) {
            assertThat(GraphQl.post(query).json().getString("errors[0].extensions.code"))
                    .isEqualTo("INTROSPECTION_DISABLED");
        }
        assertThat(RestAssured.get("/graphql/schema.graphql").statusCode()).isEqualTo(404);
        assertThat(GraphQl.ask("{ __typename }").string("__typename")).isEqualTo("Query");
    }

    @Test
    void graphiql_is_served_where_it_is_wanted() {
        assertThat(RestAssured.get("/graphiql/").asString()).contains("<div id=\"graphiql\">");
        assertThat(RestAssured.get("/graphiql/render.js").asString()).contains("const api = '/graphql';");
        assertThat(RestAssured.get("/graphiql/graphiql.min.js").statusCode()).isEqualTo(200);
    }
}
