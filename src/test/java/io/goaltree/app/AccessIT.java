package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as in production: who gets in, first and later. */
class AccessIT {
    private static final Pattern SECRET = Pattern.compile("gt_[0-9a-z]{32}");
    private static final List<String> DOORS = List.of(
            "/graphql?query=%7B__typename%7D",
            "/graphql/schema.graphql",
            "/ingest/kpi-values",
            "/export/kpi-values.csv",
            "/charts/kpi/k.svg",
            "/charts;a=b/kpi/k.svg",
            "/");
    private static final String CREATE =
            "mutation { apiTokenCreate(input: {name: \\\"A token\\\", rights: [READ]}) { token { id } secret } }";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void strangers_are_refused_and_the_first_administrator_is_told_a_secret_once() throws Exception {
        String secret;
        try (RunningJar jar = RunningJar.start(data, Map.of("GOALTREE_ACCESS_ANONYMOUS", "none"))) {
            List<String> secrets = SECRET.matcher(jar.output())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(secrets).hasSize(1);
            secret = secrets.get(0);
            for (String door : DOORS) {
                assertThat(get(jar, door, null).statusCode()).as(door).isEqualTo(401);
                assertThat(get(jar, door, "Bearer " + secret).statusCode())
                        .as(door)
                        .isNotEqualTo(401);
            }
            assertThat(get(jar, DOORS.get(0), "Bearer " + secret).body()).contains("\"Query\"");
        }
        try (RunningJar jar = RunningJar.start(data, Map.of("GOALTREE_ACCESS_ANONYMOUS", "none"))) {
            assertThat(jar.output()).doesNotContain("gt_");
            assertThat(get(jar, DOORS.get(0), "Bearer " + secret).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_secret_of_the_settings_is_good_until_they_give_another() throws Exception {
        String first = "gt_" + "1".repeat(32);
        String second = "gt_" + "2".repeat(32);
        Map<String, String> closed = Map.of("GOALTREE_ACCESS_ANONYMOUS", "none", "GOALTREE_ADMIN_TOKEN", first);
        try (RunningJar jar = RunningJar.start(data, closed)) {
            assertThat(get(jar, DOORS.get(0), "Bearer " + first).statusCode()).isEqualTo(200);
            assertThat(jar.output()).doesNotContain("gt_");
        }
        Map<String, String> open = Map.of("GOALTREE_ACCESS_ANONYMOUS", "loopback", "GOALTREE_ADMIN_TOKEN", second);
        try (RunningJar jar = RunningJar.start(data, open)) {
            assertThat(get(jar, DOORS.get(0), "Bearer " + second).statusCode()).isEqualTo(200);
            assertThat(get(jar, DOORS.get(0), "Bearer " + first).statusCode()).isEqualTo(401);
            assertThat(get(jar, DOORS.get(0), null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_secret_of_the_settings_that_is_none_stops_the_start_and_is_not_shown() throws Exception {
        Map<String, String> wrong = Map.of("GOALTREE_ACCESS_ANONYMOUS", "none", "GOALTREE_ADMIN_TOKEN", "hunter2");
        try (RunningJar jar = RunningJar.launch(data, wrong)) {
            assertThat(jar.awaitExit()).isEqualTo(1);
            assertThat(jar.output())
                    .contains("goaltree.admin-token (GOALTREE_ADMIN_TOKEN) is not the secret of a token")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void a_token_revoked_on_one_replica_is_dead_on_another_within_a_second() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password());
            try (RunningJar one = RunningJar.start(data.resolve("none"), environment);
                    RunningJar other = RunningJar.start(data.resolve("none"), environment)) {
                JsonPath made = new JsonPath(graphql(one, CREATE));
                String bearer = "Bearer " + made.getString("data.apiTokenCreate.secret");
                assertThat(get(other, DOORS.get(0), bearer).statusCode()).isEqualTo(200);
                Client socket = new Client(other, bearer);
                String revoked = graphql(
                        one,
                        "mutation { apiTokenRevoke(input: {id: \\\"%s\\\"}) { userErrors { code } } }"
                                .formatted(made.getString("data.apiTokenCreate.token.id")));
                long before = System.nanoTime();
                assertThat(revoked).contains("\"userErrors\":[]");
                assertThat(get(other, DOORS.get(0), bearer).statusCode()).isEqualTo(401);
                assertThat(socket.closed.get(30, TimeUnit.SECONDS)).isEqualTo(4403);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    private static String graphql(RunningJar jar, String query) throws Exception {
        return jar.post("/graphql", "application/json", "{\"query\":\"" + query + "\"}")
                .body();
    }

    private HttpResponse<String> get(RunningJar jar, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class Client implements WebSocket.Listener {
        private final CompletableFuture<String> acknowledged = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        private Client(RunningJar jar, String authorization) throws Exception {
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://localhost:" + jar.port() + "/graphql"), this)
                    .join();
            socket.sendText(
                            "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"" + authorization + "\"}}",
                            true)
                    .join();
            assertThat(acknowledged.get(30, TimeUnit.SECONDS)).isEqualTo("{\"type\":\"connection_ack\"}");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            acknowledged.complete(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
