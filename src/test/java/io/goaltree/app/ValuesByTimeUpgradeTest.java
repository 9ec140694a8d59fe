package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has recorded values before they were kept by time finds all of them after the upgrade, and their past. */
class ValuesByTimeUpgradeTest {
    private static final String VALUES =
            "select id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late,"
                    + " source, note, sys_from, sys_by from kpi_value order by period_start, id";
    private static final String REVISIONS =
            "select id, value_id, value, measured_at, recorded_at, replaced_at, late, source,"
                    + " note, sys_from, sys_by from kpi_value_revision order by id";
    private static final List<String> DAYS =
            List.of("1583-01-03", "1999-12-31", "2000-01-01", "2019-12-31", "2020-01-01", "2026-11-01");

    @TempDir
    Path parent;

    @Test
    void every_value_revision_and_past_answer_is_there_after_the_upgrade() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(parent.resolve("data"), Path.of("target"));
                Connection connection = connect(database)) {
            migrate(database, "24");
            List<String> instants = fill(connection);
            Map<String, List<String>> before = answers(connection, instants);
            assertThat(before.get("now " + VALUES)).hasSize(DAYS.size());
            assertThat(before.get(instants.get(1) + " " + VALUES)).isNotEqualTo(before.get("now " + VALUES));

            migrate(database, "latest");
            assertThat(answers(connection, instants)).isEqualTo(before);
            assertThat(rows(connection, "select tableoid::regclass, period_start from kpi_value order by period_start"))
                    .containsExactly(
                            "kpi_value_before_2000|1583-01-03",
                            "kpi_value_before_2000|1999-12-31",
                            "kpi_value_2000_to_2009|2000-01-01",
                            "kpi_value_2010_to_2019|2019-12-31",
                            "kpi_value_2020|2020-01-01",
                            "kpi_value_2026|2026-11-01");
            assertThat(rows(connection, """
                            select count(*), count(*) filter (where r.period_start = v.period_start)
                            from kpi_value_revision r join kpi_value v on v.id = r.value_id
                            """)).containsExactly("3|3");

            correct(connection, "2019-12-31", 9);
            correct(connection, "2026-11-01", 9);
            Map<String, List<String>> after = answers(connection, instants);
            assertThat(after.get("now " + REVISIONS)).hasSize(5);
            for (String instant : instants) {
                assertThat(after.get(instant + " " + VALUES)).isEqualTo(before.get(instant + " " + VALUES));
                assertThat(after.get(instant + " " + REVISIONS)).isEqualTo(before.get(instant + " " + REVISIONS));
            }
            assertThatThrownBy(() -> execute(connection, value("2019-12-31")))
                    .hasMessageContaining("kpi_value_2010_to_2019_kpi_id_period_start_key");
        }
    }

    /** Values, two of them corrected, one twice; the instants after each step. */
    private static List<String> fill(Connection connection) throws SQLException {
        execute(connection, """
                insert into kpi (id, key, name, cadence, zone, version, created_at, updated_at)
                values (gen_random_uuid(), 'old', 'Old', 'DAILY', 'UTC', 0, now(), now())
                """);
        execute(connection, """
                insert into kpi_definition (id, kpi_id, number, direction, tolerance, recorded_at)
                select gen_random_uuid(), id, 1, 'HIGHER_IS_BETTER', 0, created_at from kpi
                """);
        List<String> instants = new ArrayList<>();
        for (String day : DAYS) {
            execute(connection, value(day));
        }
        instants.add(instant(connection));
        correct(connection, "1999-12-31", 2);
        correct(connection, "2026-11-01", 2);
        instants.add(instant(connection));
        correct(connection, "2026-11-01", 3);
        instants.add(instant(connection));
        return instants;
    }

    private static String value(String day) {
        return """
                select set_config('goaltree.actor', 'somebody', false);
                insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late, source, note)
                select gen_random_uuid(), id, date '%1$s', date '%1$s', 1.50, timestamptz '%1$s', now(), true, 'a', 'note %1$s'
                from kpi
                """.formatted(day);
    }

    /** As the service did and does it. */
    private static void correct(Connection connection, String day, int value) throws SQLException {
        boolean isByTime = !rows(connection, """
                        select 1 from information_schema.columns
                        where table_schema = 'public' and table_name = 'kpi_value_revision' and column_name = 'period_start'
                        """).isEmpty();
        execute(connection, """
                insert into kpi_value_revision (id, value_id, %2$s value, measured_at, recorded_at, replaced_at, late, source, note)
                select gen_random_uuid(), id, %2$s value, measured_at, recorded_at, now(), late, source, note from kpi_value
                where period_start = '%1$s';
                update kpi_value set value = %3$d, recorded_at = now() where period_start = '%1$s'
                """.formatted(day, isByTime ? "period_start," : "", value));
    }

    private static String instant(Connection connection) throws SQLException {
        return rows(connection, "select clock_timestamp()").get(0);
    }

    /** What is there, and what was there at each of these instants. */
    private static Map<String, List<String>> answers(Connection connection, List<String> instants) throws SQLException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (String query : List.of(VALUES, REVISIONS)) {
            answers.put("now " + query, rows(connection, query));
            for (String instant : instants) {
                connection.setAutoCommit(false);
                execute(connection, "select history_travel('" + instant + "')");
                answers.put(instant + " " + query, rows(connection, query));
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return answers;
    }

    private static void migrate(EmbeddedDatabase database, String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }
}
