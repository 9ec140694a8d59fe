package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who loads again and again what has changed since, while others write, has in the end what is there: in real time. */
@QuarkusTest
class IncrementalLoadTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 30;
    private static final int ROUNDS = 250;

    @Inject
    Sql sql;

    private final Map<String, String> loaded = new TreeMap<>();

    /** These writers lived by the real clock; other tests live by their own. */
    @AfterEach
    void turnTheClockBack() {
        sql.execute("update history_clock set last = timestamptz '2000-01-01T00:00:00Z'");
    }

    @Test
    void nothing_is_missed_of_what_free_and_fed_kpis_get_corrected_and_lose() throws Exception {
        String free = world.kpi();
        String fed = world.kpi();
        io.goaltree.World.values(fed, FIRST, 1);
        world.objective(world.cycle()).fed(fed, 10);
        List<UUID> kpis = List.of(id(free), id(fed));
        List<CompletableFuture<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int writer = i;
            writers.add(Later.of(() -> write(kpis.get(writer % 2), new Random(writer))));
        }
        Instant since = null;
        int loads = 0;
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            since = load(kpis, since);
            loads++;
        }
        load(kpis, since);
        for (CompletableFuture<Boolean> writer : writers) {
            assertThat(writer.get()).isTrue();
        }
        assertThat(loads).isGreaterThan(5);
        assertThat(loaded).isEqualTo(table(kpis));
    }

    private Instant load(List<UUID> kpis, Instant since) throws Exception {
        ValueQuery query = new ValueQuery(new ValueWish(kpis, null, null, since));
        ValueSnapshot snapshot = ValueSnapshot.open(connection());
        List<String> statements = since == null
                ? List.of(query.copied(ExportForm.CSV))
                : List.of(query.copied(ExportForm.CSV), query.copiedRemoved(ExportForm.CSV));
        try (CopiedLines lines = CopiedLines.open(snapshot, statements)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String[] cells =
                        new String(line, StandardCharsets.UTF_8).strip().split(",", -1);
                String key = cells[0] + " " + cells[4];
                if (cells.length == 27 && !cells[26].isEmpty()) {
                    loaded.remove(key);
                } else {
                    loaded.put(key, cells[6]);
                }
            }
        }
        return snapshot.asOf();
    }

    private static boolean write(UUID kpi, Random random) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < ROUNDS; round++) {
                run(connection, "select from kpi where id = ? for no key update", kpi);
                for (int i = 0; i < 3; i++) {
                    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                    if (random.nextInt(4) == 0) {
                        run(connection, "delete from kpi_value where kpi_id = ? and period_start = ?", kpi, day);
                    } else {
                        run(connection, """
                                insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, late, recorded_at)
                                values (gen_random_uuid(), ?, ?, ?, ?, now(), false, now())
                                on conflict (kpi_id, period_start) do update set value = excluded.value
                                """, kpi, day, day, random.nextInt(1_000));
                    }
                }
                run(connection, "select pg_sleep(random() * 0.004)");
                connection.commit();
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static Map<String, String> table(List<UUID> kpis) throws SQLException {
        Map<String, String> table = new TreeMap<>();
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement("""
                        select 'kpi_' || replace(kpi_id::text, '-', '') || ' ' || period_start, value::text
                        from kpi_value where kpi_id = any(?)
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", kpis.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    table.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return table;
    }

    /** Past the pool, whose connections believe the clock of the tests. */
    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static UUID id(String kpi) {
        String id = ask("query($k: String) { kpi(key: $k) { id } }", "k", kpi).string("kpi.id");
        return UUID.fromString(id.substring(4).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}
