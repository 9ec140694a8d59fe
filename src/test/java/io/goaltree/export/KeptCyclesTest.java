package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.change.ChangeFeed;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The rows that are kept for SQL say what is said over GraphQL. */
@QuarkusTest
class KeptCyclesTest extends ApiTest {
    @Inject
    KeptCycleService kept;

    @Inject
    RowDoors doors;

    @Inject
    ChangeFeed feed;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Test
    void the_doors_are_equal_row_for_row_and_column_for_column_also_of_a_closed_cycle() {
        EveryKind goals = new EveryKind(world);
        assertDoorsEqual(goals.cycle, 7, 9);
        clock.advance(Duration.ofDays(30));
        goals.move("77.70");
        assertDoorsEqual(goals.cycle, 7, 9);
        world.closed(goals.cycle);
        clock.advance(Duration.ofDays(30));
        assertDoorsEqual(goals.cycle, 7, 9);
    }

    @Test
    void only_rows_that_say_something_else_are_written() {
        EveryKind goals = new EveryKind(world);
        UUID cycle = Ids.uuid(Kind.CYCLE, goals.cycle);
        kept.refresh(cycle);
        Map<String, String> before = sql.contents();
        long written = versions(goals.cycle);
        kept.refresh(cycle);
        assertThat(sql.contents().get("kept_cycle_summary")).isEqualTo(before.get("kept_cycle_summary"));
        assertThat(versions(goals.cycle)).isEqualTo(written);
        goals.move(40);
        kept.refresh(cycle);
        assertThat(versions(goals.cycle)).isNotEqualTo(written);
    }

    @Test
    void rows_that_are_gone_and_cycles_that_are_gone_are_forgotten() {
        String cycle = world.cycle();
        String goal = world.objective(cycle).id;
        UUID id = Ids.uuid(Kind.CYCLE, cycle);
        kept.refresh(id);
        assertThat(doors.bySql("cycle_summary", cycle)).hasSize(1);
        assertThat(doors.bySql("cycles", cycle).get(0).get("asOf")).isNotNull();
        sql.execute("delete from objective where id = ?", Ids.uuid(Kind.OBJECTIVE, goal));
        assertThat(kept.naming(Set.of(Ids.uuid(Kind.OBJECTIVE, goal)))).containsExactly(id);
        kept.refresh(id);
        assertThat(doors.bySql("cycle_summary", cycle)).isEmpty();
        sql.execute("delete from cycle where id = ?", id);
        kept.refresh(id);
        assertThat(sql.count("select count(*) from kept_cycle where cycle_id = ?", id))
                .isZero();
    }

    @Test
    void what_another_replica_has_seen_or_is_at_is_not_done_again() throws SQLException {
        String cycle = world.cycle();
        world.objective(cycle);
        UUID id = Ids.uuid(Kind.CYCLE, cycle);
        assertThat(kept.behind()).contains(id);
        kept.refresh(id);
        assertThat(kept.behind()).doesNotContain(id);
        long transaction = sql.count("select txid_current()");
        String seen = "select count(*) from kept_cycle where cycle_id = ? and cast(seen as text) = ?";
        String first = snapshot(id);
        assertThat(kept.refresh(id, Set.of("3"))).isTrue();
        assertThat(sql.count(seen, id, first)).isEqualTo(1);
        assertThat(kept.refresh(id, Set.of("3", String.valueOf(transaction)))).isTrue();
        assertThat(sql.count(seen, id, first)).isZero();

        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('kept_cycle'), hashtext('%s'))".formatted(id));
            assertThat(kept.refresh(id)).isFalse();
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(kept.refresh(id)).isTrue();
    }

    @Test
    void a_new_day_and_teams_people_and_kpis_lead_to_the_cycles_that_they_show_in() {
        EveryKind goals = new EveryKind(world);
        UUID cycle = Ids.uuid(Kind.CYCLE, goals.cycle);
        kept.refresh(cycle);
        assertThat(kept.naming(Set.of(Ids.uuid(Kind.TEAM, goals.team)))).containsExactly(cycle);
        String kpi =
                ask("query($k: String) { kpi(key: $k) { id } }", "k", goals.kpi).string("kpi.id");
        assertThat(kept.naming(Set.of(Ids.uuid(Kind.KPI, kpi)))).containsExactly(cycle);
        assertThat(kept.naming(Set.of(UUID.randomUUID()))).isEmpty();
        assertThat(kept.ofAnotherDay()).doesNotContain(cycle);
        clock.advance(Duration.ofDays(1));
        assertThat(kept.ofAnotherDay()).contains(cycle);
    }

    @Test
    void a_change_reaches_the_views_a_pause_later() {
        String cycle = world.cycle();
        String team = world.team();
        try (KeptCycles running = new KeptCycles(kept, Duration.ofMillis(20)).following(feed)) {
            String goal = world.objective(cycle, "Before").id;
            await(() -> titles(cycle).equals(Set.of("Before")));
            mutate("objectiveUpdate", input("id", goal, "expectedVersion", 0, "title", "After", "team", team))
                    .done();
            await(() -> titles(cycle).equals(Set.of("After")));
            mutate("teamUpdate", input("id", team, "expectedVersion", 0, "name", "Renamed"))
                    .done();
            await(() ->
                    "Renamed".equals(doors.bySql("cycle_summary", cycle).get(0).get("teamName")));
            assertThat(running).isNotNull();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Set<Object> titles(String cycle) {
        Set<Object> titles = new HashSet<>();
        doors.bySql("cycle_summary", cycle).forEach(row -> titles.add(row.get("title")));
        return titles;
    }

    private void assertDoorsEqual(String cycle, int summaries, int results) {
        assertThat(kept.refresh(Ids.uuid(Kind.CYCLE, cycle))).isTrue();
        assertThat(doors.bySql("cycle_summary", cycle))
                .hasSize(summaries)
                .containsExactlyInAnyOrderElementsOf(RowDoors.overGraphQl("cycleSummaryRows", RowDoors.SUMMARY, cycle));
        assertThat(doors.bySql("key_results", cycle))
                .hasSize(results)
                .containsExactlyInAnyOrderElementsOf(RowDoors.overGraphQl("keyResultRows", RowDoors.KEY_RESULT, cycle));
        assertExportsEqual("cycle-summary", "cycleSummaryRows", RowDoors.SUMMARY, cycle);
        assertExportsEqual("key-results", "keyResultRows", RowDoors.KEY_RESULT, cycle);
    }

    private static void assertExportsEqual(String export, String rows, String columns, String cycle) {
        List<Map<String, String>> byGraphQl = RowDoors.texts(RowDoors.overGraphQl(rows, columns, cycle));
        assertThat(RowDoors.exported(export + ".csv", "cycle", cycle)).isEqualTo(byGraphQl);
        assertThat(RowDoors.exported(export + ".ndjson", "cycle", cycle)).isEqualTo(byGraphQl);
    }

    private String snapshot(UUID cycle) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select seen::text from kept_cycle where cycle_id = '" + cycle + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sum over the row versions of a cycle: it moves when any row is written. */
    private long versions(String cycle) {
        return sql.count(
                "select (select sum(xmin::text::bigint) from kept_cycle_summary where cycle_id = ?)"
                        + " + (select sum(xmin::text::bigint) from kept_key_result where cycle_id = ?)",
                cycle,
                cycle);
    }
}
