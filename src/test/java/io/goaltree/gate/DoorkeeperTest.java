package io.goaltree.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.goaltree.edge.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doors say to those who show credentials, and to those who do not. */
@QuarkusTest
@TestProfile(ClosedProfile.class)
class DoorkeeperTest extends ApiTest {
    private static final String QUERY = "/graphql?query=%7B__typename%7D";
    private static final String UNKNOWN = "gt_" + "z".repeat(32);
    private static int from = 1;

    @ParameterizedTest
    @ValueSource(strings = {QUERY, "/graphql/schema.graphql", "/graphql/"})
    void strangers_at_graphql_are_told_in_its_form_how_to_come_in(String path) {
        Response refused = given().get(path);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"goaltree\"", "Basic realm=\"goaltree\", charset=\"UTF-8\"");
        assertThat(refused.jsonPath().getString("errors[0].extensions.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(refused.jsonPath().getString("errors[0].message"))
                .isEqualTo("Credentials are missing: a token or a login is needed, in the header Authorization");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ingest/kpi-values",
                "/ingest/x",
                "/export/kpi-values.csv",
                "/export/x",
                "/charts/kpi/k.svg",
                "/charts;a=b/kpi/k.svg",
                "/%63harts/kpi/k.svg",
                "//charts/kpi/k.svg",
                "/graphiql/../charts/kpi/k.svg",
                "/nowhere",
                "/"
            })
    void strangers_elsewhere_are_told_so_in_plain_json(String path) throws IOException {
        try (RawHttp http = new RawHttp()) {
            assertThat(http.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 401 ")
                    .contains("{\"error\":{\"code\":\"UNAUTHENTICATED\",\"message\":\"Credentials are missing");
        }
    }

    @Test
    void a_token_is_good_as_bearer_and_as_the_password_of_anybody() {
        String secret = token("READ");
        for (String shown : List.of(
                "Bearer " + secret,
                "bearer   " + secret,
                basic("anybody:" + secret),
                basic(":" + secret),
                basic("a:" + secret).replace("Basic", "BASIC"))) {
            Response answer = given().urlEncodingEnabled(false)
                    .header("Authorization", shown)
                    .get(QUERY);
            assertThat(answer.statusCode()).as(shown.split(" ")[0]).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    @Test
    void what_is_not_good_is_refused_without_a_reason_wherever_it_is_shown() throws IOException {
        String secret = token("READ");
        for (String shown : List.of(
                "Bearer " + UNKNOWN,
                "Bearer " + secret + "0",
                "Bearer " + secret.toUpperCase(java.util.Locale.ROOT),
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer",
                secret,
                "Basic " + secret,
                basic(secret),
                basic("x:" + UNKNOWN),
                "Digest " + secret,
                "Bearer " + secret + ", Bearer " + secret,
                "Bearer " + secret + "\r\nAuthorization: Bearer " + secret,
                "")) {
            try (RawHttp http = stranger()) {
                String answer = http.send(
                                "GET " + QUERY + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + shown + "\r\n\r\n")
                        .answer();
                assertThat(answer)
                        .startsWith("HTTP/1.1 401 ")
                        .contains("\"The credentials are not valid\"")
                        .contains("UNAUTHENTICATED")
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void a_url_is_no_place_for_secrets() {
        String secret = token("READ");
        for (String name : List.of("access_token", "token")) {
            Response refused =
                    given().header("Authorization", "Bearer " + secret).get(QUERY + "&" + name + "=" + secret);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(refused.asString()).doesNotContain(secret);
        }
    }

    @Test
    void what_may_be_done_can_be_asked_by_everybody() {
        assertThat(given().options("/graphql").statusCode()).isEqualTo(204);
        assertThat(given().options("/ingest/kpi-values").statusCode()).isEqualTo(204);
    }

    @Test
    void bodies_streams_and_pictures_go_through_with_credentials() throws Exception {
        String admin = "Bearer " + ClosedProfile.ADMIN;
        String kpi = As.holder(ClosedProfile.ADMIN, () -> world.kpi());
        StringBuilder rows = new StringBuilder("kpi,at,value\n");
        for (int day = 1; day <= 28; day++) {
            rows.append(kpi).append(",2026-02-%02d,1\n".formatted(day));
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/ingest/kpi-values"))
                .header("Authorization", admin)
                .header("Content-Type", "text/csv")
                .expectContinue(true)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(rows.toString()))
                .build();
        HttpResponse<String> ingested = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(ingested.statusCode()).isEqualTo(200);
        assertThat(ingested.body()).contains("\"created\":28");
        Response exported = given().header("Authorization", admin).get("/export/kpi-values.csv?kpis=" + kpi);
        assertThat(exported.statusCode()).isEqualTo(200);
        assertThat(exported.asString().lines()).hasSize(29);
        Response picture = given().header("Authorization", basic("x:" + ClosedProfile.ADMIN))
                .get("/charts/kpi/" + kpi + ".svg");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).startsWith("image/svg+xml");
    }

    @Test
    void a_large_body_in_many_pieces_arrives_whole() throws IOException {
        String body = "{\"query\":\"{ __typename }" + " ".repeat(90_000) + "\"}";
        try (RawHttp http = new RawHttp()) {
            http.send("POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ClosedProfile.ADMIN
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n");
            for (int at = 0; at < body.length(); at += 1_000) {
                http.send(body.substring(at, Math.min(body.length(), at + 1_000)));
            }
            assertThat(http.answer()).startsWith("HTTP/1.1 200 ").endsWith("{\"data\":{\"__typename\":\"Query\"}}");
        }
    }

    @Test
    void a_connection_serves_one_caller_after_another() throws IOException {
        String post =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: 24\r\n\r\n"
                        + "{\"query\":\"{__typename}\"}";
        String admin = "Authorization: Bearer " + ClosedProfile.ADMIN + "\r\n";
        try (RawHttp http = new RawHttp()) {
            assertThat(http.send(post.formatted("")).answer()).startsWith("HTTP/1.1 401 ");
            assertThat(http.send(post.formatted(admin)).answer()).startsWith("HTTP/1.1 200 ");
            assertThat(http.send(post.formatted("")).answer()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void the_viewer_is_told_who_they_are() {
        As.holder(ClosedProfile.ADMIN, () -> {
            assertThat(viewer())
                    .isEqualTo("{\"data\":{\"viewer\":{\"name\":\"Administrator (settings)\",\"kind\":\"TOKEN\","
                            + "\"rights\":[\"ADMIN\"],\"teams\":null,\"person\":null,\"expiresAt\":null}}}");
            return null;
        });
        String team = As.holder(ClosedProfile.ADMIN, () -> world.team());
        String bound = As.holder(
                ClosedProfile.ADMIN,
                () -> secret(GraphQl.ask(
                        "mutation($team: String) { apiTokenCreate(input: {name: \"Loader\", rights: [WRITE_VALUES], team: $team,"
                                + " expiresAt: \"2026-11-23T00:00:00Z\"}) { secret } }",
                        "team",
                        team)));
        As.holder(bound, () -> {
            assertThat(viewer())
                    .contains("\"rights\":[\"WRITE_VALUES\"]", "\"teams\":[{\"id\":\"" + team + "\"}]")
                    .contains("\"expiresAt\":\"2026-11-23T00:00:00Z\"");
            return null;
        });
    }

    @Test
    void a_write_bears_the_name_of_the_token() {
        String secret = token("ADMIN");
        String team = As.holder(secret, () -> world.team());
        Answer history = As.holder(
                secret, () -> GraphQl.ask("query($id: ID!) { history(id: $id) { nodes { by } } }", "id", team));
        assertThat(history.string("history.nodes[0].by")).matches("A token \\(tok_[0-9a-f]{32}\\)");
    }

    @Test
    void guesses_are_slowed_and_the_holder_is_not() throws IOException {
        String good = "Authorization: Bearer " + token("READ") + "\r\n";
        String bad = "Authorization: Bearer gt_guess" + "0".repeat(27) + "\r\n";
        try (RawHttp http = stranger()) {
            String get = "GET " + QUERY + " HTTP/1.1\r\nHost: localhost\r\n";
            for (int i = 0; i < 6; i++) {
                assertThat(http.send(get + bad + "\r\n").answer()).startsWith("HTTP/1.1 401 ");
            }
            assertThat(http.send(get + bad + "\r\n").answer())
                    .startsWith("HTTP/1.1 429 ")
                    .containsIgnoringCase("retry-after: 1\r\n")
                    .contains("RATE_LIMITED");
            assertThat(http.send(get + good + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
            assertThat(http.send(get + bad + "\r\n").answer()).startsWith("HTTP/1.1 429 ");
        }
    }

    private static RawHttp stranger() throws IOException {
        return new RawHttp("127.0.9." + from++);
    }

    private String token(String right) {
        return As.holder(
                ClosedProfile.ADMIN,
                () -> secret(
                        GraphQl.ask("mutation { apiTokenCreate(input: {name: \"A token\", rights: [%s]}) { secret } }"
                                .formatted(right))));
    }

    private static String secret(Answer made) {
        return made.string("apiTokenCreate.secret");
    }

    private static String viewer() {
        return GraphQl.ask("{ viewer { name kind rights teams { id } person { id } expiresAt } }")
                .text();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
