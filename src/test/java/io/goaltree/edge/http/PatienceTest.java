package io.goaltree.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
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
                    "goaltree.limits.request-time", "500ms",
                    "goaltree.rate-limit.per-minute", "6",
                    "goaltree.rate-limit.burst", "100000");
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
    void every_answer_says_what_is_left_of_the_rate() {
        Response answer =
                RestAssured.given().queryParam("query", "{ __typename }").get("/graphql");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("100000");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("6;w=60;burst=100000");
        assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(99_000, 99_999);
        assertThat(answer.header("Retry-After")).isNull();
    }
}
