package io.goaltree.kpi;

import static java.util.Comparator.naturalOrder;

import io.goaltree.behaviour.Point;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Sort;
import io.goaltree.time.DateRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Values and their revisions: every statement is about many KPIs or many values at once. */
@ApplicationScoped
class KpiValueStore {
    static final Sort BY_PERIOD = Sort.ascending("v.period_start", "date", "v.id");

    private final StatelessSession session;

    KpiValueStore(StatelessSession session) {
        this.session = session;
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    List<KpiValueEntity> byIds(Collection<UUID> ids) {
        return session.createNativeQuery("select v.* from kpi_value v where v.id = any(:ids)", KpiValueEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The value of the newest period of each KPI that has one: one step down an index a KPI. */
    Map<UUID, KpiValueEntity> newest(Collection<UUID> kpis) {
        Map<UUID, KpiValueEntity> newest = new HashMap<>();
        session.createNativeQuery("""
                        select v.* from unnest(cast(:kpis as uuid[])) kpi cross join lateral (
                            select * from kpi_value where kpi_id = kpi order by period_start desc limit 1
                        ) v
                        """, KpiValueEntity.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(value -> newest.put(value.kpiId, value));
        return newest;
    }

    /** The first day of the oldest period of a KPI that has a value; null when none has. */
    @Nullable
    LocalDate firstPeriod(UUID kpi) {
        return session.createNativeQuery(
                        "select min(period_start) as first from kpi_value where kpi_id = :kpi", LocalDate.class)
                .setParameter("kpi", kpi)
                .getSingleResult();
    }

    /** How many values each of these KPIs has; nothing for one that has none. */
    Map<UUID, Long> counts(Collection<UUID> kpis) {
        Map<UUID, Long> counts = new HashMap<>();
        session.createNativeQuery(
                        "select kpi_id, count(*) from kpi_value where kpi_id = any(:kpis) group by kpi_id",
                        Object[].class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    /** All values of each of these KPIs, in the order of their periods. */
    Map<UUID, List<Point>> inOrder(Collection<UUID> kpis) {
        Map<UUID, List<Point>> values = new HashMap<>();
        session.createNativeQuery("""
                        select kpi_id, period_start, period_end, value from kpi_value where kpi_id = any(:kpis)
                        order by kpi_id, period_start
                        """, Object[].class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("period_start", LocalDate.class)
                .addScalar("period_end", LocalDate.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> values.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add(new Point(
                                DateRange.inclusive((LocalDate) row[1], (LocalDate) row[2]), (BigDecimal) row[3])));
        return values;
    }

    /**
     * One page of the values of each of these KPIs, in the direction asked for and with one row more each.
     *
     * @param from only periods that begin on this day or later
     * @param to only periods that begin on this day or earlier
     */
    Map<UUID, List<KpiValueEntity>> pages(
            Collection<UUID> kpis, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        String sql = "select v.* from unnest(cast(:kpis as uuid[])) kpi cross join lateral ("
                + "select v.* from kpi_value v where v.kpi_id = kpi"
                + (from == null ? "" : " and v.period_start >= :from")
                + (to == null ? "" : " and v.period_start <= :to")
                + BY_PERIOD.after(page) + BY_PERIOD.orderAndLimit(page) + ") v order by v.kpi_id, v.period_start"
                + (page.backward() ? " desc" : "");
        var select =
                session.createNativeQuery(sql, KpiValueEntity.class).setParameter("kpis", kpis.toArray(UUID[]::new));
        BY_PERIOD.parameters(page).forEach(select::setParameter);
        if (from != null) {
            select.setParameter("from", from);
        }
        if (to != null) {
            select.setParameter("to", to);
        }
        Map<UUID, List<KpiValueEntity>> pages = new HashMap<>();
        select.getResultList()
                .forEach(value -> pages.computeIfAbsent(value.kpiId, kpi -> new ArrayList<>())
                        .add(value));
        return pages;
    }

    /** The revisions of each of these values, newest first. */
    Map<UUID, List<KpiValueRevision>> revisions(Collection<UUID> values) {
        Map<UUID, List<KpiValueRevision>> revisions = new HashMap<>();
        session.createNativeQuery("""
                        select r.* from kpi_value_revision r where r.value_id = any(:values)
                        order by r.value_id, r.replaced_at desc, r.id desc
                        """, KpiValueRevisionEntity.class)
                .setParameter("values", values.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> revisions
                        .computeIfAbsent(row.valueId, value -> new ArrayList<>())
                        .add(KpiValueRevision.of(row)));
        return revisions;
    }

    /** What is there already for these KPIs and periods. */
    List<KpiValueEntity> existing(List<ReadValue> values) {
        return session.createNativeQuery("""
                        select v.* from unnest(cast(:kpis as uuid[]), cast(:starts as date[])) as given(kpi_id, start)
                        join kpi_value v on v.kpi_id = given.kpi_id and v.period_start = given.start
                        """, KpiValueEntity.class)
                .setParameter("kpis", column(values, value -> value.kpi().id, UUID[]::new))
                .setParameter("starts", column(values, value -> value.period().from(), LocalDate[]::new))
                .getResultList();
    }

    /** Adds values for periods that have none. The caller holds the lock of their KPIs. */
    void insert(List<UUID> ids, List<ReadValue> values, Instant at) {
        if (values.isEmpty()) {
            return;
        }
        var insert = session.createNativeMutationQuery("""
                        insert into kpi_value (id, kpi_id, period_start, period_end, value, measured_at, late, source,
                            note, recorded_at)
                        select given.*, :at from unnest(cast(:ids as uuid[]), cast(:kpis as uuid[]),
                            cast(:starts as date[]), cast(:ends as date[]), cast(:values as numeric[]),
                            cast(cast(:measured as text[]) as timestamptz[]), cast(:late as boolean[]), cast(:sources as text[]),
                            cast(:notes as text[])) given
                        """)
                .setParameter("kpis", column(values, value -> value.kpi().id, UUID[]::new))
                .setParameter("ends", column(values, value -> value.period().lastDay(), LocalDate[]::new));
        written(insert, ids, values, at).executeUpdate();
    }

    /** Keeps each of these values as a revision and puts the given one in its place. The caller holds the lock. */
    void replace(List<UUID> ids, List<ReadValue> values, Instant at) {
        if (values.isEmpty()) {
            return;
        }
        var replace = session.createNativeMutationQuery("""
                        with given as (
                            select * from unnest(cast(:revisions as uuid[]), cast(:ids as uuid[]),
                                cast(:starts as date[]), cast(:values as numeric[]),
                                cast(cast(:measured as text[]) as timestamptz[]), cast(:late as boolean[]),
                                cast(:sources as text[]), cast(:notes as text[]))
                                as given(revision, id, period_start, value, measured_at, late, source, note)
                        ), kept as (
                            insert into kpi_value_revision (id, value_id, period_start, value, measured_at, recorded_at,
                                replaced_at, late, source, note)
                            select given.revision, v.id, v.period_start, v.value, v.measured_at, v.recorded_at, :at,
                                v.late, v.source, v.note
                            from kpi_value v join given on given.id = v.id and given.period_start = v.period_start
                            where v.id = any(:ids) and v.period_start between :first and :last
                        )
                        update kpi_value v
                        set value = given.value, measured_at = given.measured_at, recorded_at = :at,
                            late = given.late, source = given.source, note = given.note
                        from given where v.id = given.id and v.period_start = given.period_start
                            and v.id = any(:ids) and v.period_start between :first and :last
                        """)
                .setParameter("revisions", column(values, value -> newId(), UUID[]::new))
                // Said twice, so that no plan reads all values of those years, nor any of other years.
                .setParameter("first", starts(values).min(naturalOrder()).orElseThrow())
                .setParameter("last", starts(values).max(naturalOrder()).orElseThrow());
        written(replace, ids, values, at).executeUpdate();
    }

    /** Instants go as ISO text: in an array the driver would write them in the zone of this machine and without offset. */
    private static MutationQuery written(MutationQuery statement, List<UUID> ids, List<ReadValue> values, Instant at) {
        return statement
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("starts", column(values, value -> value.period().from(), LocalDate[]::new))
                .setParameter("values", column(values, ReadValue::value, BigDecimal[]::new))
                .setParameter(
                        "measured", column(values, value -> value.measuredAt().toString(), String[]::new))
                .setParameter("late", column(values, ReadValue::isLate, Boolean[]::new))
                .setParameter("sources", column(values, ReadValue::source, String[]::new))
                .setParameter("notes", column(values, ReadValue::note, String[]::new))
                .setParameter("at", at);
    }

    private static Stream<LocalDate> starts(List<ReadValue> values) {
        return values.stream().map(value -> value.period().from());
    }

    static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> read, IntFunction<T[]> make) {
        return rows.stream().map(read).toArray(make);
    }
}
