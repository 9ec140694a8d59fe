package io.goaltree.app;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to know who asks, and to keep from them what they may not see: the same questions by this machine, which is
 * asked nothing, by a token that sees everything and by one that is bound to a team, beside each other in each round. 2,000
 * objectives, of which one in ten is private to a team; the bound token reaches half of those. Medians after a tenth to warm
 * up. Run by {@code ./mvnw -Pbench verify}.
 */
class AccessBench {
    private static final int OBJECTIVES = 2_000;
    private static final String ONE = "{ cycle(key: \"bench\") { name } }";
    private static final String LIST =
            "{ objectives(filter: {cycle: \"bench\"}, first: 100) { nodes { id title progress { ratio status } keyResults { id title } } } }";
    private static final String TREE =
            "{ goalTree(cycle: \"bench\") { objectiveCount objectives { id title depth progress { ratio status } } } }";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void who_asks() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "GOALTREE_ACCESS_ANONYMOUS", "loopback");
            // What is planted is no news to a service that starts afterwards.
            try (RunningJar migrating = RunningJar.start(data.resolve("none"), environment);
                    Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                plant(connection);
            }
            try (RunningJar jar = RunningJar.start(data.resolve("none"), environment)) {
                Map<String, String> callers = new LinkedHashMap<>();
                callers.put("this machine", "");
                callers.put("token", token(jar, ""));
                callers.put("bound token", token(jar, ", team: \"inside\""));
                System.out.printf("%-22s%s%n", "median ms", String.join("", callers.keySet().stream()
                        .map("%20s"::formatted)
                        .toList()));
                print(jar, "one cycle", ONE, 400, callers);
                print(jar, "100 objectives", LIST, 60, callers);
                print(jar, "tree of 2,000", TREE, 20, callers);
            }
        }
    }

    private void print(RunningJar jar, String what, String query, int rounds, Map<String, String> callers)
            throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        callers.keySet().forEach(caller -> times.put(caller, new ArrayList<>()));
        for (int round = -rounds / 10; round < rounds; round++) {
            for (Map.Entry<String, String> caller : callers.entrySet()) {
                long start = System.nanoTime();
                ask(jar, query, caller.getValue());
                if (round >= 0) {
                    times.get(caller.getKey()).add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        double first = median(times.values().iterator().next());
        StringBuilder line = new StringBuilder("%-22s".formatted(what));
        times.values()
                .forEach(all -> line.append(
                        String.format(Locale.ROOT, "%12.2f %6.2fx", median(all), median(all) / first)));
        System.out.println(line);
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private String token(RunningJar jar, String team) throws IOException, InterruptedException {
        JsonPath made = new JsonPath(ask(
                jar,
                "mutation { apiTokenCreate(input: {name: \"Bench\", rights: [READ]%s}) { secret userErrors { message } } }"
                        .formatted(team),
                ""));
        return made.getString("data.apiTokenCreate.secret");
    }

    private String ask(RunningJar jar, String query, String secret) throws IOException, InterruptedException {
        HttpRequest.Builder request = jar.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.createObjectBuilder().add("query", query).build().toString()));
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        String answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        if (!answer.startsWith("{\"data\":{") || answer.contains("\"errors\"") || answer.contains(":null}}")) {
            throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
        }
        return answer;
    }

    private static void plant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into team (id, key, name, version, created_at, updated_at)
                    select gen_random_uuid(), k, k, 0, now(), now() from (values ('inside'), ('outside')) v(k);
                    insert into cycle values (gen_random_uuid(), 'bench', 'Bench', current_date - 30, current_date + 60,
                        'ACTIVE', null, 0, now(), now());
                    create temp table planted as select g, gen_random_uuid() as id from generate_series(0, %d - 1) g;
                    create index on planted (g);
                    insert into objective (id, cycle_id, team_id, title, ambition, state, visibility, version, created_at,
                        updated_at)
                    select p.id, c.id, t.id, 'Objective ' || g, 'ASPIRATIONAL', 'OPEN',
                        case when g %% 10 = 9 then 'TEAM' else 'PUBLIC' end, 0, now() + g * interval '1 us', now()
                    from planted p, cycle c, team t
                    where c.key = 'bench' and t.key = case when g %% 20 = 9 then 'inside' else 'outside' end;
                    insert into alignment (id, child_id, parent_objective_id, weight, created_at)
                    select gen_random_uuid(), c.id, p.id, 1, now()
                    from planted c join planted p on p.g = (c.g - 1) / 5 where c.g > 0;
                    insert into key_result (id, objective_id, position, title, weight, state, measure, baseline, target,
                        version, created_at, updated_at)
                    select gen_random_uuid(), p.id, k, 'Key result ' || k, 1, 'OPEN', 'REACH', 0, 100, 0, now(), now()
                    from planted p, generate_series(0, 2) k;
                    insert into check_in (id, key_result_id, value, measured_at, recorded_at)
                    select gen_random_uuid(), id, 40, now(), now() from key_result;
                    drop table planted
                    """.formatted(OBJECTIVES));
            statement.execute("vacuum analyze");
        }
    }
}
