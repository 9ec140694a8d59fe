package io.goaltree.app;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service on its own PostgreSQL: goal tree and cycle summary, now and as of 90 days ago, for 500, 5,000 and
 * 50,000 objectives with three key results each. Beside it, in the same run, PostgreSQL alone making JSON of the same rows
 * without any arithmetic (json_agg): what no service could undercut. Medians of 5 after 4 to warm up; of 3 for the largest. Run by
 * {@code ./mvnw -Pbench verify}.
 */
class GoalTreeBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WARM = 4;
    private static final int RUNS = 5;
    private static final int RUNS_OF_LARGE = 3;
    private static final int LARGE = 50_000;
    private static final String TREE = """
            query($cycle: String!, $asOf: DateTime) { goalTree(cycle: $cycle, asOf: $asOf) { objectiveCount objectives {
              id title depth progress { ratio status } keyResults { id title current progress { ratio status } } } } }
            """;
    private static final String SUMMARY = """
            query($cycle: String!, $asOf: DateTime) { cycleSummary(cycle: $cycle, asOf: $asOf) { objectives keyResults measured
              ratio expected byStatus { status count } byTeam { ratio } } }
            """;
    private static final String JSON_OF_POSTGRESQL = """
            select json_agg(json_build_object('id', o.id, 'title', o.title, 'keyResults', (
                select json_agg(json_build_object('id', k.id, 'title', k.title, 'current', (
                    select value from check_in c where c.key_result_id = k.id
                    order by measured_at desc, recorded_at desc, id desc limit 1)))
                from key_result k where k.objective_id = o.id)))
            from objective o where o.cycle_id = (select id from cycle where key = ?)
            """;

    @TempDir
    Path data;

    @Test
    void goal_trees_and_summaries() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "GOALTREE_ACCESS_ANONYMOUS", "loopback",
                    "GOALTREE_LIMITS_REQUEST_TIME", PATIENCE.toString());
            try (RunningJar jar = RunningJar.start(data.resolve("none"), environment);
                    Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                Instant then = Instant.now().minus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
                System.out.printf(
                        "%10s %14s %14s %14s %14s %14s %9s%n",
                        "objectives", "tree", "tree -90 d", "summary", "summary -90 d", "json_agg", "bytes");
                for (int size : sizes()) {
                    String cycle = plant(connection, size);
                    double now = median(size, () -> ask(jar, TREE, cycle, null));
                    double past = median(size, () -> ask(jar, TREE, cycle, then));
                    double summary = median(size, () -> ask(jar, SUMMARY, cycle, null));
                    double pastSummary = median(size, () -> ask(jar, SUMMARY, cycle, then));
                    double floor = median(size, () -> json(connection, cycle));
                    System.out.printf(
                            Locale.ROOT,
                            "%10d %7.0f %5.2fx %7.0f %5.2fx %7.0f %5.2fx %7.0f %5.2fx %7.0f %5.2fx %9d%n",
                            size, now, now / floor, past, past / floor, summary, summary / floor, pastSummary,
                            pastSummary / floor, floor, 1.0, ask(jar, TREE, cycle, null));
                }
            }
        }
    }

    /** Others by the environment variable BENCH_SIZES, such as 500,5000. */
    private static int[] sizes() {
        String given = System.getenv().getOrDefault("BENCH_SIZES", "500,5000,50000");
        return Arrays.stream(given.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private interface Call {
        int run() throws Exception;
    }

    /** Milliseconds. */
    private static double median(int size, Call call) throws Exception {
        int runs = size < LARGE ? RUNS : RUNS_OF_LARGE;
        double[] times = new double[runs];
        for (int i = size < LARGE ? -WARM : -1; i < runs; i++) {
            long start = System.nanoTime();
            call.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    /** The length of the answer. */
    private static int ask(RunningJar jar, String query, String cycle, Instant asOf) throws Exception {
        var variables = Json.createObjectBuilder().add("cycle", cycle);
        if (asOf != null) {
            variables.add("asOf", asOf.toString());
        }
        HttpResponse<String> answer = jar.post(
                "/graphql",
                "application/json",
                Json.createObjectBuilder().add("query", query).add("variables", variables).build().toString(),
                PATIENCE);
        if (!answer.body().startsWith("{\"data\":{") || answer.body().contains(":null}}")) {
            throw new IllegalStateException(answer.body().substring(0, 200));
        }
        return answer.body().length();
    }

    private static int json(Connection connection, String cycle) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(JSON_OF_POSTGRESQL)) {
            select.setString(1, cycle);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1).length();
            }
        }
    }

    /** A tree that existed 120 days ago, had a check-in each fortnight since, and was edited here and there. */
    private static String plant(Connection connection, int size) throws SQLException {
        String cycle = "bench-" + size;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            pretend(statement, 120);
            statement.execute("""
                    insert into cycle values (gen_random_uuid(), '%1$s', 'Bench', date '%2$s' - 120, date '%2$s' + 60, 'ACTIVE', null,
                        0, now(), now());
                    create temp table planted as select g, gen_random_uuid() as id from generate_series(0, %3$d - 1) g;
                    create index on planted (g);
                    insert into objective (id, cycle_id, title, ambition, state, version, created_at, updated_at)
                    select p.id, c.id, 'Objective ' || g, 'ASPIRATIONAL', 'OPEN', 0, now() + g * interval '1 us', now()
                    from planted p, cycle c where c.key = '%1$s';
                    insert into alignment (id, child_id, parent_objective_id, weight, created_at)
                    select gen_random_uuid(), c.id, p.id, 1, now() from planted c join planted p on p.g = (c.g - 1) / 5 where c.g > 0;
                    insert into key_result (id, objective_id, position, title, weight, state, measure, baseline, target, version,
                        created_at, updated_at)
                    select gen_random_uuid(), p.id, k, 'Key result ' || k, 1, 'OPEN', 'REACH', 0, 100, 0, now(), now()
                    from planted p, generate_series(0, 2) k
                    """.formatted(cycle, today, size));
            connection.commit();
            for (int days = 112; days > 0; days -= 14) {
                pretend(statement, days);
                statement.execute("""
                        insert into check_in (id, key_result_id, value, measured_at, recorded_at)
                        select gen_random_uuid(), k.id, 100 - %1$d * 0.7, now() - interval '%1$d days', now() - interval '%1$d days'
                        from key_result k join planted p on p.id = k.objective_id
                        """.formatted(days));
                connection.commit();
            }
            pretend(statement, 60);
            statement.execute("""
                    update objective set title = title || ', edited', version = 1 where id in (select id from planted where g %% 10 = 0);
                    update key_result set title = title || ', edited', version = 1
                    where objective_id in (select id from planted where g %% 10 = 0)
                    """.replace("%%", "%"));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("drop table planted");
            statement.execute("vacuum analyze");
        }
        return cycle;
    }

    private static void pretend(Statement statement, int daysAgo) throws SQLException {
        statement.execute("select set_config('goaltree.at', (now() - interval '%d days')::text, true)".formatted(daysAgo));
    }
}
