package io.goaltree.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the views of bi_v1 are, and who may read what. */
@QuarkusTest
class BiViewsTest extends ApiTest {
    private static final List<String> VIEWS =
            List.of("cycle_summary", "cycles", "key_results", "kpi_values", "removed");

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void a_member_of_the_role_reads_every_view_and_nothing_else() throws SQLException {
        String login = "bi_" + UUID.randomUUID().toString().substring(0, 8);
        sql.execute("create role " + login + " login password 'secret' in role bi_reader");
        try (Connection own = database.getConnection();
                Connection connection =
                        DriverManager.getConnection(own.getMetaData().getURL(), login, "secret");
                Statement statement = connection.createStatement()) {
            assertThat(strings(connection, "select session_user::text")).containsExactly(login);
            for (String view : VIEWS) {
                statement
                        .executeQuery("select * from bi_v1." + view + " limit 3")
                        .close();
                for (String write : List.of(
                        "insert into bi_v1.%s default values",
                        "delete from bi_v1.%s",
                        "update bi_v1.%s set "
                                + strings(connection, columnsOf(view)).get(0) + " = null")) {
                    assertThatThrownBy(() -> statement.execute(write.formatted(view)))
                            .as(write.formatted(view))
                            .hasMessageMatching("(?s)ERROR: (permission denied for|cannot (insert|delete|update)).*");
                }
            }
            assertThatThrownBy(() -> statement.executeQuery("select * from public.cycle"))
                    .hasMessageContaining("permission denied");
            assertThat(strings(connection, """
                            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname not in ('pg_catalog', 'information_schema')
                                and case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'select, usage, update')
                                    else has_table_privilege(c.oid, 'select, insert, update, delete, truncate, trigger, references')
                                        or has_any_column_privilege(c.oid, 'select, insert, update, references') end
                            order by 1
                            """))
                    .containsExactlyElementsOf(
                            VIEWS.stream().map(view -> "bi_v1." + view).toList());
            assertThat(strings(connection, """
                            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                            where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege(p.oid, 'execute')
                            """)).isEmpty();
            assertThat(strings(connection, """
                            select nspname from pg_namespace
                            where nspname !~ '^pg_' and has_schema_privilege(oid, 'create')
                            """)).isEmpty();
        } finally {
            sql.execute("drop role " + login);
        }
    }

    @Test
    void every_column_of_every_view_is_documented_with_its_type_and_no_other_is() throws IOException, SQLException {
        List<String> documented = new ArrayList<>();
        String view = "";
        for (String line : Files.readAllLines(Path.of("src/docs/bi.md"))) {
            if (line.startsWith("## ")) {
                view = line.startsWith("## bi_v1.") ? line.substring("## bi_v1.".length()) : "";
            } else if (!view.isEmpty() && line.startsWith("| `")) {
                String[] cells = line.split(" *\\| *");
                assertThat(cells).as(line).hasSize(5);
                documented.add(view + " " + cells[1].replace("`", "") + " " + cells[2]);
            }
        }
        try (Connection connection = database.getConnection()) {
            assertThat(strings(connection, """
                            select table_name || ' ' || column_name || ' ' || data_type from information_schema.columns
                            where table_schema = 'bi_v1' order by table_name, ordinal_position
                            """)).containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    @Test
    void views_and_kept_tables_have_the_columns_of_the_rows_in_their_order() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(strings(connection, columnsOf("cycle_summary")))
                    .containsExactlyElementsOf(names(KeptCycleStore.SUMMARIES));
            assertThat(strings(connection, columnsOf("key_results")))
                    .containsExactlyElementsOf(names(KeptCycleStore.KEY_RESULTS));
        }
    }

    private static List<String> names(KeptTable<?> table) {
        return table.columns().stream().map(KeptTable.Column::name).toList();
    }

    private static String columnsOf(String view) {
        return "select attname::text from pg_attribute where attrelid = 'bi_v1." + view
                + "'::regclass and attnum > 0 order by attnum";
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
