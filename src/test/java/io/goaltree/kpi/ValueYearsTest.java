package io.goaltree.kpi;

import static io.goaltree.kpi.StreamCalls.days;
import static io.goaltree.kpi.StreamCalls.done;
import static io.goaltree.kpi.StreamCalls.open;
import static io.goaltree.kpi.StreamCalls.record;
import static io.goaltree.kpi.StreamCalls.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** A year of values is a table of its own, made before anybody needs it, and no other is looked at for it. */
@QuarkusTest
class ValueYearsTest extends ApiTest {
    @Inject
    ValueStreamService streams;

    @Inject
    KpiValueService atOnce;

    @Inject
    KpiValueStore values;

    @Inject
    ValueYearService years;

    @Inject
    KpiAnswers answers;

    @Inject
    StatelessSession session;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @Test
    void values_lie_in_the_table_of_their_year() {
        String kpi = world.kpi("zone", "UTC");
        Map<String, String> tables = Map.of(
                "1583-01-01", "kpi_value_before_2000",
                "1999-12-31", "kpi_value_before_2000",
                "2000-01-01", "kpi_value_2000_to_2009",
                "2009-12-31", "kpi_value_2000_to_2009",
                "2010-01-01", "kpi_value_2010_to_2019",
                "2019-12-31", "kpi_value_2010_to_2019",
                "2020-01-01", "kpi_value_2020",
                "2025-12-31", "kpi_value_2025",
                "2026-11-22", "kpi_value_2026");
        try (ValueStream stream = open(streams, null)) {
            record(
                    stream,
                    tables.keySet().stream().map(day -> value(kpi, day, 1)).toList());
            assertThat(stream.counts()).isEqualTo(new ValueCounts(tables.size(), 0, 0, 0));
            done(stream.finish());
        }
        tables.forEach((day, table) -> assertThat(sql.count(
                        "select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where k.key = ?"
                                + " and v.period_start = cast(? as date) and v.tableoid = to_regclass(?)",
                        kpi,
                        day,
                        table))
                .as(day)
                .isOne());
    }

    @Test
    void newest_value_existing_value_and_correction_touch_no_other_year() {
        String kpi = world.kpi("zone", "UTC");
        UUID id = answers.ids(List.of(kpi)).get(kpi);
        for (String day : List.of("1990-05-01", "2005-05-01", "2015-05-01", "2021-05-01", "2025-05-01", "2026-05-01")) {
            atOnce.record(new RecordCall(List.of(value(kpi, day, 1)), RecordMode.PARTIAL, null, 1));
        }
        assertThat(fetched(() -> assertThat(values.newest(List.of(id)).get(id).periodStart)
                        .isEqualTo("2026-05-01")))
                .containsOnlyKeys("kpi_value_2026");
        assertThat(fetched(() -> atOnce.record(
                        new RecordCall(List.of(value(kpi, "2026-05-01", 1)), RecordMode.PARTIAL, null, 1))))
                .containsOnlyKeys("kpi_value_2026");
        String plan = QuarkusTransaction.requiringNew().call(() -> {
            session.createNativeMutationQuery("set local enable_seqscan = off").executeUpdate();
            return String.join(
                    "\n",
                    session.createNativeQuery("""
                            explain (analyze, costs off, timing off) select v.* from unnest(cast(:kpis as uuid[])) kpi
                            cross join lateral (
                                select * from kpi_value where kpi_id = kpi order by period_start desc limit 1) v
                            """, String.class)
                            .setParameter("kpis", new UUID[] {id})
                            .getResultList());
        });
        assertThat(plan.lines()
                        .filter(line -> line.contains("on kpi_value_") && !line.contains("never executed"))
                        .map(line -> line.replaceAll(".* on (kpi_value_\\w+) .*", "$1")))
                .contains("kpi_value_2026")
                .allSatisfy(table -> assertThat(table).isBetween("kpi_value_2026", "kpi_value_2099"));
    }

    @Test
    void tables_are_made_two_years_ahead_while_values_are_recorded_and_once_only() {
        String kpi = world.kpi("zone", "UTC");
        clock.set(Instant.parse("2031-06-01T12:00:00Z"));
        assertThat(done(atOnce.record(
                                new RecordCall(List.of(value(kpi, "2031-06-01", 1)), RecordMode.PARTIAL, null, 1)))
                        .count(RecordStatus.CREATED))
                .isOne();
        assertThat(tables()).contains("kpi_value_2031", "kpi_value_2032", "kpi_value_2033");
        List<String> before = tables();
        try (ValueStream stream = open(streams, null)) {
            assertThat(record(stream, days(kpi, LocalDate.parse("2030-12-31"), 1, 1)))
                    .isEqualTo("CREATED CREATED");
            done(stream.finish());
        }
        years.start(null);
        assertThat(tables()).isEqualTo(before);
        assertThat(sql.count("select kpi_value_years(2033)")).isZero();
    }

    @Test
    void two_who_make_the_same_years_at_once_make_each_once() {
        long last = last();
        List<CompletableFuture<Long>> both = List.of(
                Later.of(() -> sql.count("select kpi_value_years(?)", (int) last + 2)),
                Later.of(() -> sql.count("select kpi_value_years(?)", (int) last + 2)));
        assertThat(both.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(2);
        assertThat(last()).isEqualTo(last + 2);
    }

    @Test
    void years_are_made_while_others_read_and_record_values() throws Exception {
        String kpi = world.kpi("zone", "UTC");
        UUID id = answers.ids(List.of(kpi)).get(kpi);
        try (Connection reader = database.getConnection();
                Connection writer = database.getConnection()) {
            reader.setAutoCommit(false);
            writer.setAutoCommit(false);
            try (Statement read = reader.createStatement();
                    Statement write = writer.createStatement()) {
                read.executeQuery("select count(*) from kpi_value").close();
                write.execute("select id from kpi where id = '" + id + "' for no key update");
                write.execute(
                        "insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, late, recorded_at)"
                                + " values (gen_random_uuid(), '" + id
                                + "', '2026-01-01', '2026-01-01', 1, now(), false, now())");
                assertThat(QuarkusTransaction.requiringNew().call(() -> {
                            session.createNativeMutationQuery("set local lock_timeout = '1s'")
                                    .executeUpdate();
                            return session.createNativeQuery("select kpi_value_years(:year)", Integer.class)
                                    .setParameter("year", (int) last() + 1)
                                    .getSingleResult();
                        }))
                        .isOne();
            } finally {
                reader.rollback();
                writer.rollback();
                reader.setAutoCommit(true);
                writer.setAutoCommit(true);
            }
        }
    }

    /** A table that points to the KPIs is attached under a lock that changes of them keep away: it is left for later, soon. */
    @Test
    void change_of_a_kpi_under_way_puts_off_the_making_for_a_minute_and_fails_nothing() throws Exception {
        String kpi = world.kpi("zone", "UTC");
        years.prepare(Instant.parse(last() + "-06-01T12:00:00Z"));
        long last = last();
        Instant at = Instant.parse(last + "-06-01T12:00:00Z");
        try (Connection writer = database.getConnection()) {
            writer.setAutoCommit(false);
            try (Statement write = writer.createStatement()) {
                write.execute("update kpi set name = 'Other' where key = '" + kpi + "'");
                years.prepare(at);
                assertThat(last()).isEqualTo(last);
            } finally {
                writer.rollback();
                writer.setAutoCommit(true);
            }
        }
        years.prepare(at.plusSeconds(59));
        assertThat(last()).isEqualTo(last);
        years.prepare(at.plusSeconds(60));
        assertThat(last()).isEqualTo(last + 2);
    }

    private long last() {
        return sql.count("""
                select max(cast(right(cast(inhrelid as regclass)::text, 4) as integer)) from pg_inherits
                where inhparent = cast('kpi_value' as regclass) and cast(inhrelid as regclass)::text ~ 'kpi_value_20..$'
                """);
    }

    private List<String> tables() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("""
                        select cast(cast(inhrelid as regclass) as text) as part from pg_inherits
                        where inhparent = cast('kpi_value' as regclass) order by 1
                        """, String.class).getResultList());
    }

    /** Of which tables this reads rows, and how many. */
    private Map<String, Long> fetched(Runnable work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Long> before = fetched();
            work.run();
            Map<String, Long> fetched = new HashMap<>(fetched());
            before.forEach((table, count) -> fetched.merge(table, -count, Long::sum));
            fetched.values().removeIf(count -> count == 0);
            return fetched;
        });
    }

    private Map<String, Long> fetched() {
        Map<String, Long> fetched = new HashMap<>();
        for (Object[] row : session.createNativeQuery("""
                        select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
                        from pg_stat_xact_user_tables where relid in
                            (select inhrelid from pg_inherits where inhparent = cast('kpi_value' as regclass))
                        """, Object[].class).getResultList()) {
            fetched.put((String) row[0], ((Number) row[1]).longValue());
        }
        return fetched;
    }
}
