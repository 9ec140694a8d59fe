package io.goaltree.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the database keeps by itself, whoever writes. */
@QuarkusTest
class HistoryTriggersTest extends ApiTest {
    /** What shapes no answer, and what keeps the time. */
    private static final String WITHOUT_PAST = """
            ('service_secret', 'api_token', 'idempotency', 'idempotency_claim', 'idempotency_part', 'change_event', 'change_sweep',
            'flyway_schema_history', 'history_clock', 'kept_cycle', 'kept_cycle_summary', 'kept_key_result')
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void every_table_that_shapes_an_answer_has_a_past_with_the_same_columns() {
        assertThat(strings("""
                        select t.table_name from information_schema.tables t
                        where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                            and not (select relispartition from pg_class where oid = t.table_name::regclass)
                            and t.table_name not like '%%\\_history' and t.table_name not in %s
                            and (select count(*) from information_schema.triggers g where g.event_object_table = t.table_name
                                and g.trigger_name = 'history_of_row' and g.action_timing = 'BEFORE') <> 3
                        """.formatted(WITHOUT_PAST))).isEmpty();
        assertThat(strings("""
                        select t.table_name || '.' || c.column_name
                        from information_schema.tables t
                        join information_schema.columns c on c.table_schema = 'public' and c.table_name = t.table_name
                        cross join lateral (values ('public', t.table_name || '_history'), ('public_as_of', t.table_name::text))
                            past(schema_name, name)
                        where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                            and not (select relispartition from pg_class where oid = t.table_name::regclass)
                            and t.table_name not like '%%\\_history' and t.table_name not in %s
                            and not exists (
                                select from information_schema.columns h
                                where h.table_schema = past.schema_name and h.table_name = past.name
                                    and h.column_name = c.column_name and h.udt_name = c.udt_name)
                        """.formatted(WITHOUT_PAST))).isEmpty();
    }

    @Test
    void the_past_is_indexed_as_the_present_is() {
        assertThat(strings("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid
                        join pg_namespace n on n.oid = t.relnamespace
                        where n.nspname = 'public' and not t.relispartition and t.relname not like '%%\\_history' and t.relname not in %s
                            and not exists (select from pg_class h where h.relname = left('history_of_' || i.indexrelid::regclass, 63))
                        """.formatted(WITHOUT_PAST))).isEmpty();
    }

    @Test
    void a_write_past_the_service_is_kept_with_its_role_and_time() {
        String team = world.team();
        UUID id = UUID.fromString(team.substring(5).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        clock.advance(java.time.Duration.ofHours(1));
        sql.execute("update team set name = 'By hand' where id = ?", id);
        sql.execute("update team set name = 'By hand' where id = ?", id);
        clock.advance(java.time.Duration.ofHours(1));
        sql.execute("delete from team where id = ?", id);
        assertThat(strings("""
                        select concat_ws(' ', name, to_char(sys_from at time zone 'UTC', 'HH24:MI'),
                            to_char(sys_to at time zone 'UTC', 'HH24:MI'), sys_by = session_user, sys_ended_by = session_user)
                        from team_history where id = '%s' order by sys_from
                        """.formatted(id))).containsExactly("A team 09:30 10:30 t t", "By hand 10:30 11:30 t t");
    }

    @Test
    void changes_of_one_transaction_are_one_and_a_rollback_leaves_nothing() throws SQLException {
        String team = world.team();
        UUID id = UUID.fromString(team.substring(5).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        clock.advance(java.time.Duration.ofHours(1));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update team set name = 'Never' where id = '" + id + "'");
            connection.rollback();
            statement.execute("select set_config('goaltree.actor', 'ada', true)");
            statement.execute("update team set name = 'Once' where id = '" + id + "'");
            statement.execute("update team set name = 'Twice' where id = '" + id + "'");
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(strings("select name || ' ' || sys_ended_by from team_history where id = '%s'".formatted(id)))
                .containsExactly("A team ada");
        assertThat(strings("select name || ' ' || sys_by from team where id = '%s'".formatted(id)))
                .containsExactly("Twice ada");
    }

    private List<String> strings(String query) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
