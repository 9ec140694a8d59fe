package io.goaltree.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Rows a second of {@code GET /export/kpi-values} beside {@code COPY (select ... from bi_v1.kpi_values) TO STDOUT}, the same
 * rows and columns; by turns, medians. Then the peak memory of the service, which has a heap of 192 MB: after some exports of
 * 500,000 rows, and after one of 5,000,000. Run by {@code ./mvnw -Pbench verify}.
 */
class ExportBench {
    private static final int KPIS = 500;
    private static final int FEW = 500_000;
    private static final int MANY = 5_000_000;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @TempDir
    Path data;

    @Test
    void kpi_values() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "GOALTREE_ACCESS_ANONYMOUS", "loopback",
                    "JAVA_TOOL_OPTIONS", "-Xmx192m");
            try (RunningJar jar = RunningJar.start(data.resolve("none"), environment);
                    Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                plant(connection, 0, FEW);
                double copy = 0;
                for (String form : new String[] {"csv", "ndjson"}) {
                    double[] copies = new double[ROUNDS];
                    double[] exports = new double[ROUNDS];
                    for (int round = -1; round < ROUNDS; round++) {
                        double copied = time(() -> copy(connection));
                        double exported = time(() -> export(jar, form, FEW));
                        if (round >= 0) {
                            copies[round] = copied;
                            exports[round] = exported;
                        }
                    }
                    copy = median(copies);
                    System.out.printf(
                            Locale.ROOT,
                            "%,d rows, rows/s: COPY %.0f, export %s %.0f (%.2fx)%n",
                            FEW,
                            FEW / copy,
                            form,
                            FEW / median(exports),
                            copy / median(exports));
                }
                long before = jar.peakMemory();
                plant(connection, FEW, MANY);
                double[] took = new double[1];
                took[0] = time(() -> export(jar, "csv", MANY));
                System.out.printf(
                        Locale.ROOT,
                        "peak resident memory, MB: %d after exports of %,d rows, %d after one of %,d (%.0f rows/s)%n",
                        before >> 20,
                        FEW,
                        jar.peakMemory() >> 20,
                        MANY,
                        MANY / took[0]);
            }
        }
    }

    private interface Call {
        void run() throws Exception;
    }

    private static double time(Call call) throws Exception {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void copy(Connection connection) throws SQLException, IOException {
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select * from bi_v1.kpi_values) to stdout (format csv, header)",
                        OutputStream.nullOutputStream());
        if (rows < FEW) {
            throw new IllegalStateException(rows + " rows");
        }
    }

    private static void export(RunningJar jar, String form, int rows) throws Exception {
        long lines = jar.download("/export/kpi-values." + form, PATIENCE);
        if (lines != rows + (form.equals("csv") ? 1 : 0)) {
            throw new IllegalStateException(lines + " lines");
        }
    }

    /** Daily values, so many for each KPI, behind those that are there; without triggers. */
    private static void plant(Connection connection, int from, int until) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            if (from == 0) {
                statement.execute("""
                        insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                        select gen_random_uuid(), 'bench-' || i, 'Bench, of some length', 'DAILY', 'UTC', 0, now(), now()
                        from generate_series(1, %d) i;
                        insert into kpi_definition (id, kpi_id, number, unit, direction, lower, tolerance, recorded_at)
                        select gen_random_uuid(), id, 1, 'min', 'HIGHER_IS_BETTER', 40, 0, created_at from kpi
                        """.formatted(KPIS));
            }
            statement.execute("""
                    insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late, source)
                    select gen_random_uuid(), k.id, day, day, i * 7919 %% 1000 + 0.25, day, now(), false, 'bench'
                    from kpi k cross join generate_series(%d, %d) i
                        cross join lateral (select date '1999-06-01' + i as day) on_day
                    """.formatted(from / KPIS, until / KPIS - 1));
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze");
        }
    }
}
