package io.goaltree.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One long upload (text/csv, day by day, 400 KPIs) into the packaged service with a heap of 192 MB: rows a second, how often it
 * told how far it was, the longest silence, and the most memory it has held, for 100,000 and 1,000,000 rows. Others by the
 * environment variable BENCH_ROWS, such as 10000000. Run by {@code ./mvnw -Pbench verify}.
 */
class UploadBench {
    private static final int KPIS = 400;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 1);

    @TempDir
    Path data;

    @Test
    void one_long_upload() throws Exception {
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
                for (int rows : sizes()) {
                    upload(jar, connection, rows);
                }
            }
        }
    }

    private static int[] sizes() {
        String given = System.getenv().getOrDefault("BENCH_ROWS", "100000,1000000");
        return Arrays.stream(given.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static void upload(RunningJar jar, Connection connection, int rows) throws Exception {
        String prefix = "long-" + rows + "-";
        plant(connection, prefix);
        long start = System.nanoTime();
        long heard = start;
        long silence = 0;
        long told = 0;
        String last = "";
        try (Socket socket = new Socket("localhost", jar.port());
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            Thread sender = new Thread(() -> send(socket, prefix, rows));
            sender.start();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("created")) {
                    long now = System.nanoTime();
                    silence = Math.max(silence, now - heard);
                    heard = now;
                    told++;
                    last = line;
                }
            }
            sender.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!last.contains("\"created\":" + rows) || count(connection, prefix) != rows) {
            throw new IllegalStateException(last);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d rows: %.0f rows/s, %d lines of answer, longest silence %.1f s, peak resident memory %d MB%n",
                rows,
                rows / seconds,
                told,
                silence / 1e9,
                jar.peakMemory() >> 20);
    }

    /** While the answer is read, as clients of HTTP rarely do. */
    private static void send(Socket socket, String prefix, int rows) {
        try (Rows text = new Rows(prefix, rows)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /ingest/kpi-values HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] part = new byte[16_384];
            for (int count = text.read(part); count >= 0; count = text.read(part)) {
                out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.write(part, 0, count);
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Connection connection, String prefix) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where starts_with(k.key, '%s')"
                                .formatted(prefix))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void plant(Connection connection, String prefix) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                    select gen_random_uuid(), '%1$s' || n, 'Bench', 'DAILY', 'UTC', 0, now(), now()
                    from generate_series(0, %2$d - 1) n;
                    insert into kpi_definition (id, kpi_id, number, direction, lower, tolerance, recorded_at)
                    select gen_random_uuid(), id, 1, 'HIGHER_IS_BETTER', 40, 0, created_at from kpi
                    where starts_with(key, '%1$s')
                    """.formatted(prefix, KPIS));
        }
    }

    /** The CSV text, made while it is read. */
    private static final class Rows extends InputStream {
        private final String prefix;
        private final int rows;
        private final LocalDate first;
        private byte[] day = "kpi,at,value\n".getBytes(StandardCharsets.UTF_8);
        private int position;
        private int row;

        Rows(String prefix, int rows) {
            this.prefix = prefix;
            this.rows = rows;
            this.first = LAST.minusDays(rows / KPIS);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == day.length && !next()) {
                return -1;
            }
            int count = Math.min(length, day.length - position);
            System.arraycopy(day, position, buffer, offset, count);
            position += count;
            return count;
        }

        private boolean next() {
            if (row == rows) {
                return false;
            }
            StringBuilder text = new StringBuilder();
            LocalDate date = first.plusDays(row / KPIS);
            for (int kpi = 0; kpi < KPIS && row < rows; kpi++, row++) {
                text.append(prefix).append(kpi).append(',').append(date).append(',');
                text.append(1000 + (kpi * 31 + row / KPIS * 17) % 97).append(".25\n");
            }
            day = text.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }
    }
}
