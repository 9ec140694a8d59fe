package io.goaltree.app;

import jakarta.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service on its own PostgreSQL: a list of 500 KPIs with five years of weekly values, as it is kept, beside the
 * same list computed from all values (another size of the baseline, which is not kept); and a week's values of all of them
 * posted at once, appended and corrected. Medians of 5 after 4 to warm up. Run by {@code ./mvnw -Pbench verify}.
 */
class KpiListBench {
    private static final int KPIS = 500;
    private static final int WEEKS = 260;
    private static final int WARM = 4;
    private static final int RUNS = 5;
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LIST = "{ kpis(first: 1000) { nodes { latest { value } health isStale behaviour%s"
            + " { verdict since } } } }";

    private final Random random = new Random(20261122);

    @TempDir
    Path data;

    @Test
    void list_of_kpis() throws Exception {
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
                plant(connection);
                double load = once(() -> post(jar, all()));
                double kept = median(() -> ask(jar, LIST.formatted("")));
                double computed = median(() -> ask(jar, LIST.formatted("(baselineSize: 19)")));
                int[] week = {WEEKS};
                double append = median(() -> post(jar, week(week[0]++)));
                double correct = median(() -> post(jar, week(WEEKS - 1)));
                System.out.printf(
                        Locale.ROOT,
                        "%d KPIs x %d weeks, ms: load %.0f, list kept %.0f, computed %.0f (%.1fx); a week of all appended %.0f,"
                                + " corrected %.0f%n",
                        KPIS, WEEKS, load, kept, computed, computed / kept, append, correct);
            }
        }
    }

    private interface Call {
        void run() throws Exception;
    }

    private static double once(Call call) throws Exception {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(Call call) throws Exception {
        double[] times = new double[RUNS];
        for (int i = -WARM; i < RUNS; i++) {
            double time = once(call);
            if (i >= 0) {
                times[i] = time;
            }
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static void ask(RunningJar jar, String query) throws Exception {
        String answer = jar.post(
                        "/graphql",
                        "application/json",
                        Json.createObjectBuilder().add("query", query).build().toString(),
                        PATIENCE)
                .body();
        if (answer.split("verdict").length != KPIS + 1) {
            throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private static void post(RunningJar jar, String rows) throws Exception {
        String answer = jar.post("/ingest/kpi-values", "text/csv", "kpi,at,value\n" + rows, PATIENCE)
                .body();
        if (!answer.contains("\"rejected\":0")) {
            throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private String all() {
        StringBuilder rows = new StringBuilder();
        for (int kpi = 0; kpi < KPIS; kpi++) {
            for (int week = 0; week < WEEKS; week++) {
                row(rows, kpi, week);
            }
        }
        return rows.toString();
    }

    private String week(int week) {
        StringBuilder rows = new StringBuilder();
        for (int kpi = 0; kpi < KPIS; kpi++) {
            row(rows, kpi, week);
        }
        return rows.toString();
    }

    private void row(StringBuilder rows, int kpi, int week) {
        rows.append("bench-").append(kpi).append(',').append(FIRST.plusWeeks(week)).append(',');
        rows.append(String.format(Locale.ROOT, "%.2f%n", 50 + 5 * random.nextGaussian()));
    }

    private static void plant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                    select gen_random_uuid(), 'bench-' || i, 'Bench', 'WEEKLY', 'UTC', 0, now(), now()
                    from generate_series(0, %d) i;
                    insert into kpi_definition (id, kpi_id, number, direction, lower, tolerance, recorded_at)
                    select gen_random_uuid(), id, 1, 'HIGHER_IS_BETTER', 40, 0, created_at from kpi
                    """.formatted(KPIS - 1));
        }
    }
}
