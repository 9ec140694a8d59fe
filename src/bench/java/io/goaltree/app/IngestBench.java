package io.goaltree.app;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows a second of bulk ingest (text/csv over HTTP into the packaged service) beside a raw upsert of the same rows into the
 * same table: JDBC, 1,000 rows of {@code unnest} a round trip and transaction, no rule looked at, nothing else kept up to date.
 * Both by turns, each round with KPIs of its own; medians. Run by {@code ./mvnw -Pbench verify}.
 */
class IngestBench {
    private static final int KPIS = 200;
    private static final int DAYS = 500;
    private static final int ROUNDS = 3;
    private static final int PART = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** In which order the rows come. */
    private enum Order {
        KPI_BY_KPI,
        DAY_BY_DAY;

        int kpi(int row) {
            return this == KPI_BY_KPI ? row / DAYS : row % KPIS;
        }

        int day(int row) {
            return this == KPI_BY_KPI ? row % DAYS : row / KPIS;
        }
    }

    @TempDir
    Path data;

    @Test
    void bulk() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", database.username(),
                    "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                    "GOALTREE_ACCESS_ANONYMOUS", "loopback");
            try (RunningJar jar = RunningJar.start(data.resolve("none"), environment);
                    Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                for (Order order : Order.values()) {
                    compare(jar, connection, order);
                }
            }
        }
    }

    private static void compare(RunningJar jar, Connection connection, Order order) throws Exception {
        double[] raw = new double[ROUNDS];
        double[] rawCorrected = new double[ROUNDS];
        double[] first = new double[ROUNDS];
        double[] again = new double[ROUNDS];
        double[] corrected = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            String own = order + "-" + round + "-raw-";
            String served = order + "-" + round + "-served-";
            UUID[] kpis = plant(connection, own);
            plant(connection, served);
            double rawTime = time(() -> upsert(connection, kpis, order, 0));
            double rawCorrectedTime = time(() -> upsert(connection, kpis, order, 1));
            double firstTime = time(() -> post(jar, served, order, 0, "created"));
            double againTime = time(() -> post(jar, served, order, 0, "unchanged"));
            double correctedTime = time(() -> post(jar, served, order, 1, "updated"));
            if (round >= 0) {
                raw[round] = rawTime;
                rawCorrected[round] = rawCorrectedTime;
                first[round] = firstTime;
                again[round] = againTime;
                corrected[round] = correctedTime;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, rows/s: raw upsert, new %.0f, corrected %.0f; ingest, new %.0f (%.2fx), repeated %.0f, corrected %.0f (%.2fx)%n",
                order,
                rate(median(raw)),
                rate(median(rawCorrected)),
                rate(median(first)),
                median(raw) / median(first),
                rate(median(again)),
                rate(median(corrected)),
                median(rawCorrected) / median(corrected));
    }

    private static double rate(double seconds) {
        return KPIS * DAYS / seconds;
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

    private static String value(int kpi, int day, int change) {
        return (1000 + (kpi * 31 + day * 17) % 97 + change) + ".25";
    }

    private static void post(RunningJar jar, String prefix, Order order, int change, String status) throws Exception {
        String last = jar.upload("/ingest/kpi-values", "text/csv", () -> new Rows(prefix, order, change), PATIENCE);
        if (!last.contains("\"" + status + "\":" + KPIS * DAYS)) {
            throw new IllegalStateException(last);
        }
    }

    /** The CSV text, made while it is read. */
    private static final class Rows extends InputStream {
        private final String prefix;
        private final Order order;
        private final int change;
        private byte[] part = "kpi,at,value\n".getBytes(StandardCharsets.UTF_8);
        private int position;
        private int row;

        Rows(String prefix, Order order, int change) {
            this.prefix = prefix;
            this.order = order;
            this.change = change;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == part.length && !next()) {
                return -1;
            }
            int count = Math.min(length, part.length - position);
            System.arraycopy(part, position, buffer, offset, count);
            position += count;
            return count;
        }

        private boolean next() {
            if (row == KPIS * DAYS) {
                return false;
            }
            StringBuilder text = new StringBuilder();
            for (int end = Math.min(row + PART, KPIS * DAYS); row < end; row++) {
                int kpi = order.kpi(row);
                int day = order.day(row);
                text.append(prefix).append(kpi).append(',').append(FIRST.plusDays(day)).append(',');
                text.append(value(kpi, day, change)).append('\n');
            }
            part = text.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }
    }

    private static void upsert(Connection connection, UUID[] kpis, Order order, int change) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into kpi_value as v
                    (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late)
                select id, kpi, day, day, value, cast(day as timestamptz), now(), true
                from unnest(?::uuid[], ?::uuid[], ?::date[], ?::numeric[]) as given(id, kpi, day, value)
                on conflict (kpi_id, period_start) do update set value = excluded.value,
                    measured_at = excluded.measured_at, recorded_at = excluded.recorded_at
                where v.value is distinct from excluded.value
                """)) {
            for (int from = 0; from < KPIS * DAYS; from += PART) {
                UUID[] ids = new UUID[PART];
                UUID[] of = new UUID[PART];
                LocalDate[] days = new LocalDate[PART];
                BigDecimal[] values = new BigDecimal[PART];
                for (int i = 0; i < PART; i++) {
                    int kpi = order.kpi(from + i);
                    int day = order.day(from + i);
                    ids[i] = UUID.randomUUID();
                    of[i] = kpis[kpi];
                    days[i] = FIRST.plusDays(day);
                    values[i] = new BigDecimal(value(kpi, day, change));
                }
                upsert.setArray(1, connection.createArrayOf("uuid", ids));
                upsert.setArray(2, connection.createArrayOf("uuid", of));
                upsert.setArray(3, connection.createArrayOf("date", days));
                upsert.setArray(4, connection.createArrayOf("numeric", values));
                upsert.executeUpdate();
                connection.commit();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static UUID[] plant(Connection connection, String prefix) throws SQLException {
        List<UUID> ids = java.util.stream.Stream.generate(UUID::randomUUID).limit(KPIS).toList();
        try (PreparedStatement kpi = connection.prepareStatement("""
                        insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                        values (?, ?, 'Bench', 'DAILY', 'UTC', 0, now(), now())
                        """);
                Statement definitions = connection.createStatement()) {
            for (int i = 0; i < KPIS; i++) {
                kpi.setObject(1, ids.get(i));
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
        return ids.toArray(UUID[]::new);
    }
}
