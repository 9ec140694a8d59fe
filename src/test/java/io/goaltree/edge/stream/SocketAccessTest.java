package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.stream.SocketClient.Closed;
import io.goaltree.gate.ClosedProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may use a socket or an event stream, and for how long. */
@QuarkusTest
@TestProfile(SocketAccessTest.Profile.class)
class SocketAccessTest extends ApiTest {
    private static final Closed FORBIDDEN = new Closed(4403, "Forbidden");
    private static final String WATCH = "subscription { open { number } }";

    @Inject
    OpenStreams open;

    @Inject
    TestSources sources;

    @Inject
    Sql sql;

    /** Closed, with the subscriptions of tests. */
    public static final class Profile extends ClosedProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> both = new java.util.HashMap<>(super.getConfigOverrides());
            both.put("test.streams", "true");
            return both;
        }
    }

    private record Token(String id, String secret) {
        String bearer() {
            return "Bearer " + secret;
        }
    }

    @AfterEach
    void nothing_is_left_open() {
        Eventually.equal(open::count, 0);
        Eventually.equal(sources::active, 0);
    }

    @Test
    void credentials_come_with_the_upgrade_or_with_connection_init() {
        Token token = token(null);
        for (String name : List.of("Authorization", "authorization")) {
            try (SocketClient client = init(new JsonObject().put(name, token.bearer()))) {
                client.expect("{\"type\":\"connection_ack\"}");
                answers(client, "1");
            }
        }
        try (SocketClient client = SocketClient.ready("Authorization", token.bearer())) {
            answers(client, "1");
        }
    }

    @Test
    void without_credentials_or_with_bad_ones_it_is_closed_with_4403() {
        Token token = token(null);
        assertThat(init(new JsonObject()).closed()).isEqualTo(FORBIDDEN);
        for (Object shown : List.of("Bearer gt_" + "y".repeat(32), token.secret(), "", 5, new JsonObject())) {
            assertThat(init(new JsonObject().put("Authorization", shown)).closed())
                    .isEqualTo(FORBIDDEN);
        }
        SocketClient known = SocketClient.open("Authorization", token.bearer());
        known.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer x\"}}");
        assertThat(known.closed()).isEqualTo(FORBIDDEN);
    }

    @Test
    void nothing_is_answered_before_credentials_are_shown() {
        SocketClient client = SocketClient.open();
        client.subscribe("1", "{ __typename }");
        assertThat(client.closed().code()).isEqualTo(4401);
    }

    @Test
    void an_upgrade_with_bad_credentials_is_refused_by_401() throws Exception {
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql", "Authorization: Bearer gt_" + "x".repeat(32)))
                    .startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void a_revoked_token_closes_its_sockets_within_a_second_and_no_others() {
        Token token = token(null);
        try (SocketClient other =
                SocketClient.ready("Authorization", token(null).bearer())) {
            SocketClient client = SocketClient.ready("Authorization", token.bearer());
            SocketClient watching = init(new JsonObject().put("Authorization", token.bearer()));
            watching.expect("{\"type\":\"connection_ack\"}").subscribe("1", WATCH);
            Eventually.equal(sources::active, 1);
            revoke(token);
            long before = System.nanoTime();
            assertThat(client.closed()).isEqualTo(FORBIDDEN);
            assertThat(watching.closed()).isEqualTo(FORBIDDEN);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            answers(other, "1");
        }
    }

    @Test
    void a_token_that_expires_closes_its_sockets() {
        Token token = token("2026-11-22T10:30:00Z");
        SocketClient client = SocketClient.ready("Authorization", token.bearer());
        answers(client, "1");
        clock.advance(Duration.ofHours(1));
        assertThat(client.closed()).isEqualTo(FORBIDDEN);
    }

    @Test
    void between_a_revocation_and_the_close_nothing_is_answered() {
        Token token = token(null);
        SocketClient client = SocketClient.ready("Authorization", token.bearer());
        sql.execute(
                "update api_token set revoked_at = now(), revoked_by = 'test' where id = ?",
                Ids.uuid(Kind.API_TOKEN, token.id()));
        client.subscribe("1", "{ __typename }");
        String said = client.closed() + client.said();
        assertThat(said).contains("4403").doesNotContain("Query");
    }

    @Test
    void an_event_stream_ends_with_the_reason_when_its_token_is_revoked() throws Exception {
        Token token = token(null);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/graphql?query=" + URLEncoder.encode(WATCH, StandardCharsets.UTF_8)))
                .header("Accept", "text/event-stream")
                .header("Authorization", token.bearer())
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        Eventually.equal(sources::active, 1);
        revoke(token);
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().reduce("", String::concat))
                    .contains("Your credentials are not valid any more; show new ones")
                    .contains("UNAUTHENTICATED")
                    .endsWith("event: completedata:");
        }
    }

    private static void answers(SocketClient client, String id) {
        client.subscribe(id, "{ __typename }")
                .expect("{\"id\":\"%s\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}"
                        .formatted(id))
                .expect("{\"id\":\"%s\",\"type\":\"complete\"}".formatted(id));
    }

    private static SocketClient init(JsonObject payload) {
        return SocketClient.open()
                .send(new JsonObject()
                        .put("type", "connection_init")
                        .put("payload", payload)
                        .encode());
    }

    private static Token token(String expiresAt) {
        JsonPath made = asAdmin("mutation { apiTokenCreate(input: {name: \"A token\", rights: [ADMIN], expiresAt: %s})"
                        .formatted(expiresAt == null ? "null" : "\"" + expiresAt + "\"")
                + " { token { id } secret } }");
        return new Token(made.getString("data.apiTokenCreate.token.id"), made.getString("data.apiTokenCreate.secret"));
    }

    private static void revoke(Token token) {
        JsonPath revoked =
                asAdmin("mutation { apiTokenRevoke(input: {id: \"" + token.id() + "\"}) { token { revokedBy } } }");
        assertThat(revoked.getString("data.apiTokenRevoke.token.revokedBy"))
                .startsWith("Administrator (settings) (tok_");
    }

    private static JsonPath asAdmin(String query) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + ClosedProfile.ADMIN)
                .contentType("application/json; charset=utf-8")
                .body(new JsonObject().put("query", query).encode())
                .post("/graphql")
                .jsonPath();
    }
}
