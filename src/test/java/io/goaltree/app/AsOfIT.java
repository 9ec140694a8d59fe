package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged jars on one database, with its own clock: what is read while others write is read again as of its instant. */
class AsOfIT {
    private static final int WRITES = 60;
    private static final int WRITERS = 4;
    private static final String READ = """
            query($asOf: DateTime) {
              answer: goalTree(cycle: "c", asOf: $asOf) { asOf objectiveCount
                objectives { title version progress { ratio } guardrails { state }
                  keyResults { current kpi { latest { value } } forecast { value } checkIns(first: 50) { nodes { value } } } }
              }
            }""";

    private static final String SUMMARY = """
            query($asOf: DateTime) { answer: cycleSummary(cycle: "c", asOf: $asOf) { asOf ratio measured byStatus { status count } } }
            """;

    /** What was asked, and the instant that the answer said it is of. */
    private record Asked(String query, String asOf) {}

    @TempDir
    Path data;

    @Test
    void what_was_answered_while_others_wrote_is_answered_again() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password());
            try (RunningJar one = RunningJar.start(data.resolve("none"), environment);
                    RunningJar other = RunningJar.start(data.resolve("none"), environment)) {
                Map<Asked, String> answered = readWhileOthersWrite(one, other);
                assertThat(answered).hasSizeGreaterThan(20);
                for (Map.Entry<Asked, String> answer : answered.entrySet()) {
                    assertThat(read(other, answer.getKey()))
                            .as(answer.getKey().asOf())
                            .isEqualTo(answer.getValue());
                }
            }
        }
    }

    private static Map<Asked, String> readWhileOthersWrite(RunningJar one, RunningJar other) throws Exception {
        ask(
                one,
                "mutation { cycleCreate(input: {key: \"c\", name: \"C\", startsOn: \"2026-01-01\", endsOn: \"2035-12-31\"}) { cycle { id } } }");
        List<String> keyResults = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            keyResults.add(ask(one, """
                    mutation { objectiveCreate(input: {cycle: "c", title: "O", keyResults: [
                      {title: "K", reach: {baseline: 0, target: 100}}]}) { objective { keyResults { id } } } }
                    """).getString("data.objectiveCreate.objective.keyResults[0].id"));
        }
        feed(one);
        Map<Asked, String> answered = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(WRITERS + 4);
        try {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RunningJar jar = i % 2 == 0 ? one : other;
                String keyResult = keyResults.get(i);
                writers.add(CompletableFuture.runAsync(() -> write(jar, keyResult), callers));
            }
            writers.add(CompletableFuture.runAsync(() -> record(other, "fed"), callers));
            writers.add(CompletableFuture.runAsync(() -> record(one, "free"), callers));
            CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
            List<CompletableFuture<Void>> readers = List.of(
                    CompletableFuture.runAsync(() -> read(one, all, answered), callers),
                    CompletableFuture.runAsync(() -> read(other, all, answered), callers));
            all.join();
            readers.forEach(CompletableFuture::join);
        } finally {
            callers.shutdown();
        }
        return answered;
    }

    /** A KPI that feeds a key result and guards its objective, and one that has nothing to do with goals. */
    private static void feed(RunningJar jar) {
        String objective = ask(
                        jar, "mutation { objectiveCreate(input: {cycle: \"c\", title: \"Fed\"}) { objective { id } } }")
                .getString("data.objectiveCreate.objective.id");
        for (String key : List.of("fed", "free")) {
            ask(
                    jar,
                    ("mutation { kpiCreate(input: {key: \"%s\", name: \"K\", direction: HIGHER_IS_BETTER, cadence: DAILY,"
                                    + " lower: 30}) { kpi { id } userErrors { code } } }")
                            .formatted(key));
        }
        ask(jar, value("fed", 0));
        String input = "{kpi: \"fed\", objective: \"" + objective + "\"";
        assertThat(ask(
                                jar,
                                "mutation { kpiPromote(input: " + input + ", target: 100}) { keyResult { id } } "
                                        + "guardrailAdd(input: " + input
                                        + "}) { objective { guardrails { state } } } }")
                        .getString("data.guardrailAdd.objective.guardrails[0].state"))
                .isEqualTo("BREACHED");
    }

    private static String value(String kpi, int value) {
        return "mutation { kpiValuesRecord(input: {values: [{kpi: \"%s\", at: \"2026-01-05\", value: %d}]}) { updated } }"
                .formatted(kpi, value);
    }

    private static void record(RunningJar jar, String kpi) {
        for (int value = 1; value <= WRITES; value++) {
            ask(jar, value(kpi, value));
        }
    }

    private static void write(RunningJar jar, String keyResult) {
        for (int value = 1; value <= WRITES; value++) {
            ask(
                    jar,
                    "mutation { checkInRecord(input: {keyResult: \"%s\", value: %d}) { checkIn { id } userErrors { code } } }"
                            .formatted(keyResult, value));
        }
    }

    private static void read(RunningJar jar, CompletableFuture<Void> until, Map<Asked, String> answered) {
        while (!until.isDone()) {
            for (String query : List.of(READ, SUMMARY)) {
                String answer = read(jar, new Asked(query, null));
                String asOf = new JsonPath(answer).getString("data.answer.asOf");
                String before = answered.putIfAbsent(new Asked(query, asOf), answer);
                assertThat(before == null ? answer : before).isEqualTo(answer);
            }
        }
    }

    private static JsonPath ask(RunningJar jar, String mutation) {
        try {
            return jar.graphql(mutation, JsonObject.EMPTY_JSON_OBJECT);
        } catch (Exception e) {
            throw new IllegalStateException(mutation, e);
        }
    }

    private static String read(RunningJar jar, Asked asked) {
        var variables = Json.createObjectBuilder();
        if (asked.asOf() != null) {
            variables.add("asOf", asked.asOf());
        }
        try {
            return jar.post(
                            "/graphql",
                            "application/json",
                            Json.createObjectBuilder()
                                    .add("query", asked.query())
                                    .add("variables", variables)
                                    .build()
                                    .toString())
                    .body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
