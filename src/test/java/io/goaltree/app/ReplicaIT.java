package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged jars on one database: what one is told, the other knows. */
class ReplicaIT {
    private static final String VALUES = "subscription { kpiValueRecorded(kpis: [\"k\"]) { periodStart value } }";
    private static final String SIGNALS = "subscription { kpiSignalDetected { signal { rule from } } }";
    private static final int POSTS = 40;

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void each_replica_tells_what_either_has_written_once_and_knows_what_the_other_has_answered() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password());
            try (RunningJar one = RunningJar.start(data.resolve("none"), environment);
                    RunningJar other = RunningJar.start(data.resolve("none"), environment)) {
                one.graphql(
                        "mutation { kpiCreate(input: {key: \"k\", name: \"K\", direction: HIGHER_IS_BETTER,"
                                + " cadence: DAILY, zone: \"UTC\"}) { userErrors { code } } }",
                        JsonObject.EMPTY_JSON_OBJECT);
                both_tell_each_value_once(one, other);
                both_tell_each_new_signal_once(one, other);
                a_tag_of_one_holds_at_the_other_until_something_changes(one, other);
            }
        }
    }

    private void both_tell_each_value_once(RunningJar one, RunningJar other) throws Exception {
        BlockingQueue<String> atOne = follow(one, VALUES);
        BlockingQueue<String> atOther = follow(other, VALUES);
        for (int day = 1; day <= POSTS; day++) {
            post(day % 2 == 0 ? one : other, day);
        }
        var expected = IntStream.rangeClosed(1, POSTS)
                .mapToObj(day -> "{\"data\":{\"kpiValueRecorded\":{\"periodStart\":\"%s\",\"value\":\"%d\"}}}"
                        .formatted(day(day), day))
                .collect(Collectors.toSet());
        assertThat(take(atOne, POSTS)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(take(atOther, POSTS)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Of a KPI that goes up and down by one; a signal that a correction takes away and another brings back is not new. */
    private void both_tell_each_new_signal_once(RunningJar one, RunningJar other) throws Exception {
        one.graphql(
                "mutation { kpiCreate(input: {key: \"s\", name: \"S\", direction: HIGHER_IS_BETTER,"
                        + " cadence: DAILY, zone: \"UTC\"}) { userErrors { code } } }",
                JsonObject.EMPTY_JSON_OBJECT);
        for (int day = 1; day <= 20; day++) {
            post(day % 2 == 0 ? one : other, "s", day, day % 2);
        }
        BlockingQueue<String> atOne = follow(one, SIGNALS);
        BlockingQueue<String> atOther = follow(other, SIGNALS);
        post(one, "s", 21, 9);
        post(other, "s", 21, 1);
        post(one, "s", 21, 8);
        post(other, "s", 22, -9);
        String[] expected = {
            signal("OUTSIDE_LIMITS", 21), signal("RANGE_OUTSIDE_LIMIT", 21),
            signal("OUTSIDE_LIMITS", 22), signal("RANGE_OUTSIDE_LIMIT", 22)
        };
        assertThat(take(atOne, 4)).containsExactlyInAnyOrder(expected);
        assertThat(take(atOther, 4)).containsExactlyInAnyOrder(expected);
        assertThat(atOne).isEmpty();
        assertThat(atOther).isEmpty();
    }

    private static String signal(String rule, int day) {
        return "{\"data\":{\"kpiSignalDetected\":{\"signal\":{\"rule\":\"%s\",\"from\":\"%s\"}}}}"
                .formatted(rule, day(day));
    }

    private void a_tag_of_one_holds_at_the_other_until_something_changes(RunningJar one, RunningJar other)
            throws Exception {
        String tag = get(one, "none").headers().firstValue("ETag").orElseThrow();
        if (get(other, tag).statusCode() != 304) {
            // A quarter of an hour has just begun, in which KPIs are looked at anew; the next one is far.
            tag = get(one, "none").headers().firstValue("ETag").orElseThrow();
        }
        assertThat(get(other, tag).statusCode()).isEqualTo(304);
        post(one, POSTS + 1);
        HttpResponse<String> anew = get(other, tag);
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(anew.body()).isEqualTo("{\"data\":{\"kpi\":{\"latest\":{\"value\":\"41\"}}}}");
    }

    /** The events of a subscription, by server-sent events; once it answers, no event is missed. */
    private BlockingQueue<String> follow(RunningJar jar, String subscription) throws Exception {
        HttpRequest request = request(jar, "")
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                        .add("query", subscription)
                        .build()
                        .toString()))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> line.startsWith("data: {")).forEach(line -> events.add(line.substring(6)));
            } catch (IOException | RuntimeException e) {
                events.add(String.valueOf(e));
            }
        });
        reader.setDaemon(true);
        reader.start();
        return events;
    }

    private static java.util.List<String> take(BlockingQueue<String> events, int count) throws InterruptedException {
        java.util.List<String> taken = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(String.valueOf(events.poll(30, TimeUnit.SECONDS)));
        }
        return taken;
    }

    private static void post(RunningJar jar, int day) throws Exception {
        assertThat(post(jar, "k", day, day)).contains("\"created\":1");
    }

    private static String post(RunningJar jar, String kpi, int day, int value) throws Exception {
        String values = "[{\"kpi\":\"%s\",\"at\":\"%s\",\"value\":%d}]".formatted(kpi, day(day), value);
        String answer =
                jar.post("/ingest/kpi-values", "application/json", values).body();
        assertThat(answer).contains("\"rejected\":0");
        return answer;
    }

    private static String day(int day) {
        return java.time.LocalDate.of(2026, 1, 1).plusDays(day - 1L).toString();
    }

    private HttpResponse<String> get(RunningJar jar, String tag) throws Exception {
        String query = URLEncoder.encode("{ kpi(key: \"k\") { latest { value } } }", StandardCharsets.UTF_8);
        return http.send(
                request(jar, "?query=" + query).header("If-None-Match", tag).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(RunningJar jar, String query) {
        return jar.request("/graphql" + query);
    }
}
