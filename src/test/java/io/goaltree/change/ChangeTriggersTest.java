package io.goaltree.change;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the triggers write down when the service writes. */
@QuarkusTest
class ChangeTriggersTest extends ApiTest {
    /** What shapes no answer, what is the log itself, and what is kept of that which is watched. */
    private static final String UNWATCHED = """
            ('service_secret', 'api_token', 'idempotency', 'idempotency_claim', 'idempotency_part', 'change_event', 'change_sweep',
            'flyway_schema_history', 'history_clock', 'kept_cycle', 'kept_cycle_summary', 'kept_key_result', 'kpi_behaviour', 'kpi_segment', 'kpi_signal')""";

    private record Written(String table, String action, String family, int ids, int objectives, boolean hasKeyResult) {}

    @Inject
    AgroalDataSource database;

    private long last;

    @BeforeEach
    void remember() {
        last = query("select coalesce(max(id), 0) from change_event", row -> row.getLong(1))
                .get(0);
    }

    @AfterEach
    void nothingElse() {
        assertThat(written()).isEmpty();
    }

    @Test
    void every_table_that_shapes_an_answer_is_watched_for_every_way_to_write() {
        List<String> unwatched = query("""
                select t.table_name || ' ' || event from information_schema.tables t
                cross join unnest(array['INSERT', 'UPDATE', 'DELETE']) event
                where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and not (select relispartition from pg_class where oid = t.table_name::regclass)
                and t.table_name not like '%%\\_history' and t.table_name not in %s
                and not exists (
                    select from information_schema.triggers g
                    where g.event_object_table = t.table_name and g.event_manipulation = event
                        and g.trigger_name like 'change_of_%%')
                """.formatted(UNWATCHED), row -> row.getString(1));
        assertThat(unwatched).isEmpty();
    }

    @Test
    void a_person_and_their_teams_are_of_the_family_team() {
        String team = world.team();
        mutate("personCreate", input("name", "Ada", "email", world.email(), "teams", List.of(team)));
        assertThat(written())
                .containsExactly(
                        new Written("team", "CREATED", "team", 1, 0, false),
                        new Written("person", "CREATED", "team", 1, 0, false),
                        new Written("team_member", "CREATED", "team", 2, 0, false));
    }

    @Test
    void a_cycle_is_a_family_of_its_own() {
        String cycle = world.cycle();
        mutate("cycleStart", input("cycle", cycle)).done();
        assertThat(written())
                .containsExactly(
                        new Written("cycle", "CREATED", "cycle", 1, 0, false),
                        new Written("cycle", "UPDATED", "cycle", 1, 0, false));
    }

    @Test
    void the_goal_tree_is_one_family_and_each_row_names_its_objective_and_key_result() {
        String cycle = world.cycle();
        written();
        Goal parent = world.objective(cycle);
        Goal child = world.objective(cycle);
        Measured measured = child.reach(0, 100);
        measured.value(5);
        child.milestones(1);
        child.under(parent);
        assertThat(written())
                .containsExactly(
                        new Written("objective", "CREATED", "goal", 1, 1, false),
                        new Written("objective", "CREATED", "goal", 1, 1, false),
                        new Written("key_result", "CREATED", "goal", 1, 1, true),
                        new Written("check_in", "CREATED", "goal", 1, 1, true),
                        new Written("key_result", "CREATED", "goal", 1, 1, true),
                        new Written("milestone", "CREATED", "goal", 1, 1, true),
                        new Written("alignment", "CREATED", "goal", 1, 2, false));
    }

    @Test
    void an_alignment_to_a_key_result_names_the_objective_of_that_key_result() {
        String cycle = world.cycle();
        Goal parent = world.objective(cycle);
        Measured measured = parent.reach(0, 100);
        Goal child = world.objective(cycle).under(measured, 1);
        List<List<UUID>> ends = query(
                "select objective_ids from change_event where kind = 'alignment' and id > " + last,
                row -> List.of((UUID[]) row.getArray(1).getArray()));
        assertThat(ends)
                .containsExactly(List.of(Ids.uuid(Kind.OBJECTIVE, child.id), Ids.uuid(Kind.OBJECTIVE, parent.id)));
        written();
    }

    @Test
    void an_alignment_that_ends_is_removed() {
        String cycle = world.cycle();
        Goal parent = world.objective(cycle);
        Goal child = world.objective(cycle).under(parent);
        written();
        mutate("objectiveUnalign", input("child", child.id, "parent", parent.id))
                .done();
        assertThat(written()).containsExactly(new Written("alignment", "REMOVED", "goal", 1, 2, false));
    }

    @Test
    void a_guardrail_names_its_objective() {
        Goal goal = world.objective(world.cycle());
        String kpi = kpi();
        written();
        for (String mutation : List.of("guardrailAdd", "guardrailRemove")) {
            mutate(mutation, input("objective", goal.id, "kpi", kpi)).done();
        }
        assertThat(written())
                .containsExactly(
                        new Written("guardrail", "CREATED", "goal", 1, 1, false),
                        new Written("guardrail", "REMOVED", "goal", 1, 1, false));
    }

    @Test
    void an_update_that_changes_nothing_is_no_change() throws SQLException {
        world.team();
        written();
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("update team set name = name");
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void a_cycle_that_closes_or_opens_again_is_told_once_and_not_for_each_row() {
        String cycle = world.cycle();
        world.objectiveAt(cycle, 10);
        world.objectiveAt(cycle, 20);
        world.closing(cycle);
        written();
        world.closed(cycle);
        assertThat(written())
                .containsExactly(
                        new Written("frozen_standing", "UPDATED", "goal", 1, 0, false),
                        new Written("cycle", "UPDATED", "cycle", 1, 0, false));
        mutate("cycleReopen", input("cycle", cycle, "reason", "Again")).done();
        assertThat(written())
                .containsExactly(
                        new Written("frozen_standing", "UPDATED", "goal", 1, 0, false),
                        new Written("cycle", "UPDATED", "cycle", 1, 0, false));
    }

    @Test
    void a_value_its_correction_and_no_repetition_of_it_are_written_down() {
        String kpi = kpi();
        written();
        record(kpi, 1);
        record(kpi, 1);
        record(kpi, 2);
        assertThat(written())
                .containsExactlyInAnyOrder(
                        new Written("kpi_value", "CREATED", "value", 1, 0, false),
                        new Written("kpi_value", "UPDATED", "value", 1, 0, false),
                        new Written("kpi_value_revision", "CREATED", "value", 1, 0, false));
    }

    @Test
    void a_value_of_a_kpi_is_a_change_of_the_key_results_it_feeds() {
        String kpi = world.kpi("upper", 100);
        record(kpi, 1);
        Goal goal = world.objective(world.cycle());
        Measured fed = goal.fed(kpi, 10);
        world.objective(world.cycle()).fed(kpi, 10);
        written();
        record(kpi, 2);
        assertThat(written())
                .filteredOn(it -> it.family().equals("goal"))
                .containsExactly(
                        new Written("key_result", "UPDATED", "goal", 1, 1, true),
                        new Written("key_result", "UPDATED", "goal", 1, 1, true));
        fed.cancel();
        written();
        record(kpi, 3);
        assertThat(written()).filteredOn(it -> it.family().equals("goal")).hasSize(1);
    }

    @Test
    void many_values_of_one_statement_are_few_rows_with_up_to_1000_ids() throws SQLException {
        String kpi = kpi();
        written();
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, recorded_at, late)
                        select gen_random_uuid(), k.id, date '1990-01-01' + n, date '1990-01-01' + n, n, now(), now(), false
                        from kpi k, generate_series(1, 2500) n where k.key = ?
                        """)) {
            insert.setString(1, kpi);
            insert.executeUpdate();
        }
        assertThat(written()).extracting(Written::ids).containsExactlyInAnyOrder(1_000, 1_000, 500);
    }

    private String kpi() {
        String key = world.key("kpi");
        mutate("kpiCreate", input("key", key, "name", "A KPI", "direction", "HIGHER_IS_BETTER", "cadence", "DAILY"));
        return key;
    }

    private static void record(String kpi, int value) {
        mutateValues(List.of(input("kpi", kpi, "at", "2026-11-20", "value", value)));
    }

    private static void mutateValues(List<Map<String, Object>> values) {
        io.goaltree.GraphQl.ask(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { rejected } }",
                "input",
                input("values", values));
    }

    /** What was written since the last look. */
    private List<Written> written() {
        List<Written> written = query(
                """
                select kind, action, family, cardinality(ids), cardinality(objective_ids), key_result_id is not null
                from change_event where id > %d order by id
                """.formatted(last),
                row -> new Written(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)));
        last = query("select coalesce(max(id), 0) from change_event", row -> row.getLong(1))
                .get(0);
        return written;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String query, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
