package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar: what it promises to an operator who kills it. */
class JarIT {
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 200;

    @TempDir
    Path data;

    @Test
    void every_acknowledged_value_survives_a_kill_9_of_the_service() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            createKpi(jar);
            CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
            List<Thread> writers = startWriters(jar, acknowledged, enough);
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            jar.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(storedDays(jar)).containsAll(acknowledged);
        }
    }

    @Test
    void after_a_kill_9_of_postgresql_the_service_answers_again_and_nothing_is_lost() throws Exception {
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            createKpi(jar);
            assertThat(record(jar, FIRST_DAY)).isTrue();
            ProcessHandle postmaster = postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            boolean again = false;
            while (!again && System.nanoTime() < deadline) {
                again = tryRecord(jar, FIRST_DAY.plusDays(1));
            }
            assertThat(storedDays(jar)).containsExactly("2001-01-01", "2001-01-02");
        }
    }

    @Test
    void a_second_process_on_the_same_directory_is_refused_in_one_line() throws Exception {
        try (RunningJar jar = RunningJar.start(data, Map.of());
                RunningJar second = RunningJar.launch(data, Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output().strip())
                    .contains(data.toString())
                    .contains("in use")
                    .doesNotContain("Exception")
                    .doesNotContain("\n");
            assertThat(jar.answers()).isTrue();
        }
    }

    @Test
    void sigterm_stops_the_service_and_its_postgresql_and_the_data_stay() throws Exception {
        ProcessHandle postmaster;
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            createKpi(jar);
            postmaster = postmaster();
            assertThat(jar.stop()).isEqualTo(143);
        }
        assertThat(postmaster.isAlive()).isFalse();
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            assertThat(storedDays(jar)).isEmpty();
        }
    }

    @Test
    void with_a_jdbc_url_given_no_server_is_started() throws Exception {
        Path own = data.resolve("never-used");
        try (EmbeddedDatabase given = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", given.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", given.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", given.password());
            try (RunningJar jar = RunningJar.start(own, environment)) {
                createKpi(jar);
                assertThat(record(jar, FIRST_DAY)).isTrue();
            }
        }
        assertThat(Files.exists(own)).isFalse();
    }

    @Test
    void the_demo_organisation_is_there_on_demand() throws Exception {
        try (RunningJar jar = RunningJar.start(data, Map.of("GOALTREE_DEMO", "true"))) {
            JsonPath tree = jar.graphql(
                    "{ goalTree(cycle: \"demo-q3\") { objectiveCount objectives { depth keyResults { id } } } }",
                    JsonObject.EMPTY_JSON_OBJECT);
            assertThat(tree.getInt("data.goalTree.objectiveCount")).isEqualTo(40);
            assertThat(tree.getList("data.goalTree.objectives.keyResults.id.flatten()"))
                    .hasSize(110);
        }
    }

    private static List<Thread> startWriters(RunningJar jar, Queue<String> acknowledged, CountDownLatch enough) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int first = i;
            Thread writer = new Thread(() -> {
                for (int day = first; tryRecord(jar, FIRST_DAY.plusDays(day)); day += WRITERS) {
                    acknowledged.add(FIRST_DAY.plusDays(day).toString());
                    enough.countDown();
                }
            });
            writers.add(writer);
            writer.start();
        }
        return writers;
    }

    private static void createKpi(RunningJar jar) throws IOException, InterruptedException {
        JsonPath created = jar.graphql("""
                mutation { kpiCreate(input: {key: "orders", name: "Orders", direction: HIGHER_IS_BETTER, cadence: DAILY}) {
                    kpi { key } userErrors { code message } } }
                """, JsonObject.EMPTY_JSON_OBJECT);
        assertThat(created.getString("data.kpiCreate.kpi.key")).isEqualTo("orders");
    }

    /** Whether the value of a day was acknowledged; false as soon as nobody answers. */
    private static boolean tryRecord(RunningJar jar, LocalDate day) {
        try {
            return record(jar, day);
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static boolean record(RunningJar jar, LocalDate day) throws IOException, InterruptedException {
        JsonObject value = Json.createObjectBuilder()
                .add("kpi", "orders")
                .add("at", day.toString())
                .add("value", day.getDayOfYear() + ".5")
                .build();
        JsonPath answer =
                jar.graphql("""
                mutation($value: KpiValueInput!) { kpiValuesRecord(input: {values: [$value]}) { created unchanged } }
                """, Json.createObjectBuilder().add("value", value).build());
        return answer.get("errors") == null
                && answer.getInt("data.kpiValuesRecord.created") + answer.getInt("data.kpiValuesRecord.unchanged") == 1;
    }

    private static TreeSet<String> storedDays(RunningJar jar) throws IOException, InterruptedException {
        TreeSet<String> days = new TreeSet<>();
        String after = null;
        do {
            JsonPath page = jar.graphql(
                    """
                    query($after: String) { kpi(key: "orders") { values(first: 1000, after: $after) {
                        nodes { periodStart } pageInfo { hasNextPage endCursor } } } }
                    """,
                    after == null
                            ? JsonObject.EMPTY_JSON_OBJECT
                            : Json.createObjectBuilder().add("after", after).build());
            days.addAll(page.getList("data.kpi.values.nodes.periodStart", String.class));
            after = page.getBoolean("data.kpi.values.pageInfo.hasNextPage")
                    ? page.getString("data.kpi.values.pageInfo.endCursor")
                    : null;
        } while (after != null);
        return days;
    }

    private ProcessHandle postmaster() throws IOException {
        try (var files = Files.find(data, 3, (file, any) -> file.endsWith("postmaster.pid"))) {
            Path file = files.findFirst().orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                    .orElseThrow();
        }
    }
}
