package io.goaltree.app;

import static io.goaltree.app.PostgresDoc.OWNER;
import static io.goaltree.app.PostgresDoc.OWNERS_PASSWORD;
import static io.goaltree.app.PostgresDoc.SERVICE;
import static io.goaltree.app.PostgresDoc.execute;
import static io.goaltree.app.PostgresDoc.strings;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar with the roles and settings of src/docs/postgres.md: one role migrates, another does all the rest. */
class RolesIT {
    private static final String CURRENT = """
            query($asOf: DateTime) {
              goalTree(cycle: "c", asOf: $asOf) { objectives { keyResults { current } } }
              kpi(key: "k", asOf: $asOf) { latest { value } }
            }""";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_role_that_owns_nothing_does_everything_that_the_service_does() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(data.resolve("given"))) {
            PostgresDoc doc = new PostgresDoc(server);
            doc.setUp();
            Map<String, String> environment = new HashMap<>(PostgresDoc.environment());
            assertThat(environment).hasSize(5).containsEntry("QUARKUS_DATASOURCE_USERNAME", SERVICE);
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", doc.url());
            environment.put("GOALTREE_ACCESS_ANONYMOUS", "loopback");
            environment.put("GOALTREE_BI_PAUSE", "100ms");
            environment.put("GOALTREE_DEMO", "true");
            doc.migrate(OWNER, OWNERS_PASSWORD, "none");
            try (Connection database = doc.connect(OWNER, OWNERS_PASSWORD)) {
                execute(database, "drop table kpi_value_2026, kpi_value_2027, kpi_value_2028");
                try (RunningJar jar = RunningJar.start(data.resolve("none"), environment)) {
                    the_service_logs_in_as_nobody_else(database);
                    what_is_told_and_recorded_is_read(jar, database);
                    assertThat(jar.output())
                            .contains("tables for the values of years up to", "Loaded the demo organisation")
                            .doesNotContain("permission denied", "must be owner", " ERROR ");
                }
                environment.put("GOALTREE_DEMO", "false");
                the_service_need_not_know_the_password_of_the_owner(environment, database);
            }
        }
    }

    @Test
    void a_data_directory_made_when_the_service_was_a_superuser_goes_on_without() throws Exception {
        Path directory = data.resolve("own");
        try (EmbeddedDatabase before = EmbeddedDatabase.start(directory)) {
            Flyway.configure()
                    .dataSource(before.jdbcUrl(), before.username(), before.password())
                    .locations("classpath:db/migration")
                    .target("27")
                    .load()
                    .migrate();
        }
        for (int start = 1; start <= 2; start++) {
            try (RunningJar jar = RunningJar.start(directory, Map.of("GOALTREE_ACCESS_ANONYMOUS", "loopback"))) {
                if (start == 1) {
                    goals(jar);
                }
                assertThat(ingest(jar, start)).contains(start == 1 ? "\"created\":1" : "\"updated\":1");
                assertThat(logins(directory)).containsExactly("goaltree_service false");
            }
        }
    }

    /** Who the service is in its own PostgreSQL, and whether that is a superuser. */
    private static List<String> logins(Path directory) throws Exception {
        String port =
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(3);
        String password = Files.readString(directory.resolve("password")).strip();
        try (Connection superuser = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "goaltree", password)) {
            return strings(superuser, """
                    select distinct usename || ' ' || rolsuper from pg_stat_activity join pg_roles on rolname = usename
                    where application_name like 'goaltree%'
                    """);
        }
    }

    private static void the_service_logs_in_as_nobody_else(Connection database) throws Exception {
        assertThat(strings(database, """
                        select distinct usename || ' ' || application_name from pg_stat_activity
                        where datname = 'goaltree' and pid <> pg_backend_pid() order by 1
                        """)).containsExactly(SERVICE + " goaltree", SERVICE + " goaltree changes");
    }

    private void what_is_told_and_recorded_is_read(RunningJar jar, Connection database) throws Exception {
        String keyResult = goals(jar);
        BlockingQueue<String> values = follow(jar, "{ kpiValueRecorded(kpis: [\"k\"]) { periodStart value } }");
        BlockingQueue<String> goals = follow(jar, "{ goalChanged(cycle: \"c\") { checkIn { value } } }");
        assertThat(ingest(jar, 7)).contains("\"created\":1");
        assertThat(values.poll(30, TimeUnit.SECONDS))
                .isEqualTo("{\"data\":{\"kpiValueRecorded\":{\"periodStart\":\"2026-01-05\",\"value\":\"7\"}}}");
        checkIn(jar, keyResult, 40);
        assertThat(goals.poll(30, TimeUnit.SECONDS))
                .isEqualTo("{\"data\":{\"goalChanged\":{\"checkIn\":{\"value\":\"40\"}}}}");

        String then = strings(
                        database,
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
        checkIn(jar, keyResult, 90);
        assertThat(ingest(jar, 8)).contains("\"updated\":1");
        assertThat(current(jar, JsonObject.EMPTY_JSON_OBJECT)).isEqualTo("[90] 8");
        assertThat(current(jar, Json.createObjectBuilder().add("asOf", then).build()))
                .isEqualTo("[40] 7");

        assertThat(lines(jar, "/export/kpi-values.csv?kpis=k"))
                .hasSize(2)
                .last()
                .asString()
                .contains(",2026-01-05,");
        assertThat(lines(jar, "/export/kpi-values.ndjson?kpis=on-time-rate")).hasSizeGreaterThan(50);
        assertThat(lines(jar, "/export/cycle-summary.csv?cycle=c")).hasSize(2);
        assertThat(lines(jar, "/charts/kpi/k.svg").get(0)).startsWith("<svg");
        kept(database);
    }

    /** A check-in and a value are in the views a moment later, for whom it takes a login of their own. */
    private static void kept(Connection database) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String shown = "";
        while (!shown.equals("90") && System.nanoTime() < deadline) {
            shown = String.join(
                    "",
                    strings(database, "select value from bi_v1.key_results where cycle_key = 'c' and kpi_key is null"));
        }
        assertThat(shown).isEqualTo("90");
        assertThat(strings(database, "select count(*) > 10 from bi_v1.cycle_summary where cycle_key <> 'c'"))
                .containsExactly("t");
        assertThat(strings(database, "select value from bi_v1.kpi_values where kpi_key = 'k'"))
                .containsExactly("8");
    }

    /** It migrates and ends, with the owner's password; then it starts without. */
    private void the_service_need_not_know_the_password_of_the_owner(
            Map<String, String> environment, Connection database) throws Exception {
        execute(database, "revoke all on kpi from " + SERVICE);
        Map<String, String> migrating = new HashMap<>(environment);
        migrating.put("QUARKUS_INIT_AND_EXIT", "true");
        try (RunningJar jar = RunningJar.launch(data.resolve("none"), migrating)) {
            assertThat(jar.awaitExit()).as(jar.output()).isZero();
        }
        Map<String, String> serving = new HashMap<>(environment);
        serving.keySet().removeIf(name -> name.startsWith("QUARKUS_FLYWAY_"));
        serving.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        try (RunningJar jar = RunningJar.start(data.resolve("none"), serving)) {
            assertThat(ingest(jar, 9)).contains("\"updated\":1");
            assertThat(current(jar, JsonObject.EMPTY_JSON_OBJECT)).isEqualTo("[90] 9");
        }
    }

    /** Answers the id of a key result. */
    private static String goals(RunningJar jar) throws Exception {
        return ask(jar, """
                        mutation {
                          cycleCreate(input: {key: "c", name: "C", startsOn: "2026-01-01", endsOn: "2035-12-31"}) { cycle { id } }
                          objectiveCreate(input: {cycle: "c", title: "O", keyResults: [
                            {title: "K", reach: {baseline: 0, target: 100}}]}) { objective { keyResults { id } } }
                          kpiCreate(input: {key: "k", name: "K", direction: HIGHER_IS_BETTER, cadence: DAILY}) { kpi { id } }
                        }""").getString("data.objectiveCreate.objective.keyResults[0].id");
    }

    private static void checkIn(RunningJar jar, String keyResult, int value) throws Exception {
        assertThat(ask(
                                jar,
                                "mutation { checkInRecord(input: {keyResult: \"%s\", value: %d}) { checkIn { value } } }"
                                        .formatted(keyResult, value))
                        .getInt("data.checkInRecord.checkIn.value"))
                .isEqualTo(value);
    }

    private static JsonPath ask(RunningJar jar, String query) throws Exception {
        return jar.graphql(query, JsonObject.EMPTY_JSON_OBJECT);
    }

    private static String current(RunningJar jar, JsonObject variables) throws Exception {
        JsonPath answer = jar.graphql(CURRENT, variables);
        return answer.getString("data.goalTree.objectives[0].keyResults.current") + " "
                + answer.getString("data.kpi.latest.value");
    }

    private static String ingest(RunningJar jar, int value) throws Exception {
        return jar.post(
                        "/ingest/kpi-values",
                        "application/x-ndjson",
                        "{\"kpi\":\"k\",\"at\":\"2026-01-05\",\"value\":%d}\n".formatted(value))
                .body();
    }

    private List<String> lines(RunningJar jar, String path) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** The events of a subscription; once it answers, none is missed. */
    private BlockingQueue<String> follow(RunningJar jar, String selection) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + "/graphql"))
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                        .add("query", "subscription " + selection)
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
}
