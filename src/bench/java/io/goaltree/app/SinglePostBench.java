package io.goaltree.app;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values a second that come one by one from 8 callers at once, each over HTTP into the packaged service and committed before it
 * is answered, beside 8 connections that upsert such rows one by one. By turns; medians. Run by {@code ./mvnw -Pbench verify}.
 */
class SinglePostBench {
    private static final int CALLERS = 8;
    private static final int VALUES = 200;
    private static final int ROUNDS = 3;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    private interface Caller {
        void call(int caller) throws Exception;
    }

    @Test
    void one_by_one() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "GOALTREE_ACCESS_ANONYMOUS", "loopback");
            try (RunningJar jar = RunningJar.start(data.resolve("none"), environment);
                    Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
                double[] raw = new double[ROUNDS];
                double[] served = new double[ROUNDS];
                for (int round = -1; round < ROUNDS; round++) {
                    String prefix = "round" + round + "-";
                    UUID[] kpis = plant(connection, prefix);
                    double rawTime = together(threads, caller -> upsert(database, kpis[caller]));
                    double servedTime = together(threads, caller -> post(jar, prefix + (CALLERS + caller)));
                    if (round >= 0) {
                        raw[round] = rawTime;
                        served[round] = servedTime;
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "single values/s of %d callers: raw upsert %.0f, posted %.0f (%.2fx)%n",
                        CALLERS,
                        CALLERS * VALUES / median(raw),
                        CALLERS * VALUES / median(served),
                        median(raw) / median(served));
                threads.shutdown();
            }
        }
    }

    private static double together(ExecutorService threads, Caller caller) throws Exception {
        long start = System.nanoTime();
        List<? extends Future<?>> calls = IntStream.range(0, CALLERS)
                .mapToObj(number -> threads.submit(() -> {
                    caller.call(number);
                    return null;
                }))
                .toList();
        for (Future<?> call : calls) {
            call.get();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void post(RunningJar jar, String kpi) throws Exception {
        for (int day = 0; day < VALUES; day++) {
            String body = "[{\"kpi\":\"%s\",\"at\":\"%s\",\"value\":%d.5}]"
                    .formatted(kpi, FIRST.plusDays(day), 50 + day * 31 % 17);
            HttpResponse<String> answer = jar.post("/ingest/kpi-values", "application/json", body, PATIENCE);
            if (!answer.body().contains("\"created\":1")) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    private static void upsert(EmbeddedDatabase database, UUID kpi) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into kpi_value as v
                            (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late)
                        values (?, ?, ?, ?, ?, now(), now(), true)
                        on conflict (kpi_id, period_start) do update set value = excluded.value
                        where v.value is distinct from excluded.value
                        """)) {
            for (int day = 0; day < VALUES; day++) {
                upsert.setObject(1, UUID.randomUUID());
                upsert.setObject(2, kpi);
                upsert.setObject(3, FIRST.plusDays(day));
                upsert.setObject(4, FIRST.plusDays(day));
                upsert.setBigDecimal(5, new BigDecimal(50 + day * 31 % 17));
                upsert.executeUpdate();
            }
        }
    }

    private static UUID[] plant(Connection connection, String prefix) throws SQLException {
        UUID[] ids = IntStream.range(0, 2 * CALLERS)
                .mapToObj(any -> UUID.randomUUID())
                .toArray(UUID[]::new);
        try (PreparedStatement kpi = connection.prepareStatement("""
                        insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                        values (?, ?, 'Bench', 'DAILY', 'UTC', 0, now(), now())
                        """);
                Statement definitions = connection.createStatement()) {
            for (int i = 0; i < ids.length; i++) {
                kpi.setObject(1, ids[i]);
                kpi.setString(2, prefix + i);
                kpi.addBatch();
            }
            kpi.executeBatch();
            definitions.execute("""
                    insert into kpi_definition (id, kpi_id, number, direction, lower, tolerance, recorded_at)
                    select gen_random_uuid(), id, 1, 'HIGHER_IS_BETTER', 40, 0, created_at from kpi
                    where starts_with(key, '%s')
                    """.formatted(prefix));
        }
        return ids;
    }
}
