package io.goaltree.kpi;

import static io.goaltree.kpi.KpiValueStore.column;

import io.goaltree.behaviour.Limits;
import io.goaltree.kpi.KeptChanges.NewSignal;
import io.goaltree.kpi.KeptChanges.SegmentRow;
import io.goaltree.kpi.KeptChanges.VerdictRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Writes what is kept of KPIs: at most one statement for each kind of change, none for what is as it was. */
@ApplicationScoped
class KeptBehaviourWriteStore {
    private final StatelessSession session;

    KeptBehaviourWriteStore(StatelessSession session) {
        this.session = session;
    }

    void write(KeptChanges changes, Instant at) {
        verdicts(changes.verdicts);
        end(changes.endedSegments);
        segments(changes.segments);
        add(changes.newSignals, at);
        change(changes.changedSignals);
    }

    void lapse(Collection<UUID> kpis) {
        if (kpis.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery(
                        "update kpi_behaviour set edition = :lapsed where kpi_id = any(:kpis) and edition <> :lapsed")
                .setParameter("lapsed", KeptBehaviourStore.LAPSED)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .executeUpdate();
    }

    private void verdicts(List<VerdictRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into kpi_behaviour (kpi_id, verdict, since, direction, proposed_rebase, edition)
                        select given.*, :edition from unnest(cast(:kpis as uuid[]), cast(:verdicts as text[]),
                            cast(:since as date[]), cast(:directions as text[]), cast(:rebases as date[])) given
                        on conflict (kpi_id) do update set verdict = excluded.verdict, since = excluded.since,
                            direction = excluded.direction, proposed_rebase = excluded.proposed_rebase,
                            edition = excluded.edition
                        """)
                .setParameter("edition", KeptBehaviourStore.EDITION)
                .setParameter("kpis", column(rows, VerdictRow::kpi, UUID[]::new))
                .setParameter(
                        "verdicts", column(rows, row -> row.verdict().verdict().name(), String[]::new))
                .setParameter("since", column(rows, row -> row.verdict().since(), LocalDate[]::new))
                .setParameter("directions", column(rows, KeptBehaviourWriteStore::direction, String[]::new))
                .setParameter("rebases", column(rows, row -> row.verdict().proposedRebase(), LocalDate[]::new))
                .executeUpdate();
    }

    private static @Nullable String direction(VerdictRow row) {
        return row.verdict().direction() == null
                ? null
                : row.verdict().direction().name();
    }

    private void end(List<KeptChanges.SegmentKey> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        delete from kpi_segment s
                        using unnest(cast(:kpis as uuid[]), cast(:starts as date[])) as given(kpi_id, starts_on)
                        where s.kpi_id = given.kpi_id and s.starts_on = given.starts_on
                        """)
                .setParameter("kpis", column(rows, KeptChanges.SegmentKey::kpi, UUID[]::new))
                .setParameter("starts", column(rows, KeptChanges.SegmentKey::from, LocalDate[]::new))
                .executeUpdate();
    }

    private void segments(List<SegmentRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into kpi_segment (kpi_id, starts_on, ends_on, size, reason, mean, mean_moving_range,
                            lower_limit, upper_limit, upper_range_limit, sigma)
                        select given.* from unnest(cast(:kpis as uuid[]), cast(:starts as date[]), cast(:ends as date[]),
                            cast(:sizes as integer[]), cast(:reasons as text[]), cast(:means as numeric[]),
                            cast(:ranges as numeric[]), cast(:lower as numeric[]), cast(:upper as numeric[]),
                            cast(:upperRange as numeric[]), cast(:sigma as numeric[])) given
                        on conflict (kpi_id, starts_on) do update set ends_on = excluded.ends_on, size = excluded.size,
                            reason = excluded.reason, mean = excluded.mean,
                            mean_moving_range = excluded.mean_moving_range, lower_limit = excluded.lower_limit,
                            upper_limit = excluded.upper_limit, upper_range_limit = excluded.upper_range_limit,
                            sigma = excluded.sigma
                        """)
                .setParameter("kpis", column(rows, SegmentRow::kpi, UUID[]::new))
                .setParameter("starts", column(rows, row -> row.segment().from(), LocalDate[]::new))
                .setParameter("ends", column(rows, row -> row.segment().to(), LocalDate[]::new))
                .setParameter("sizes", column(rows, row -> row.segment().count(), Integer[]::new))
                .setParameter("reasons", column(rows, row -> row.segment().reason(), String[]::new))
                .setParameter("means", limits(rows, Limits::mean))
                .setParameter("ranges", limits(rows, Limits::meanMovingRange))
                .setParameter("lower", limits(rows, Limits::lower))
                .setParameter("upper", limits(rows, Limits::upper))
                .setParameter("upperRange", limits(rows, Limits::upperRange))
                .setParameter("sigma", limits(rows, Limits::sigma))
                .executeUpdate();
    }

    private static BigDecimal[] limits(List<SegmentRow> rows, Function<Limits, BigDecimal> figure) {
        return column(
                rows,
                row -> row.segment().limits() == null
                        ? null
                        : figure.apply(row.segment().limits()),
                BigDecimal[]::new);
    }

    private void add(List<NewSignal> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into kpi_signal (id, kpi_id, rule, starts_on, ends_on, direction, detected_at, is_gone)
                        select given.*, :at, false from unnest(cast(:ids as uuid[]), cast(:kpis as uuid[]),
                            cast(:rules as text[]), cast(:starts as date[]), cast(:ends as date[]),
                            cast(:directions as text[])) given
                        """)
                .setParameter("at", at)
                .setParameter("ids", column(rows, row -> KpiValueStore.newId(), UUID[]::new))
                .setParameter("kpis", column(rows, NewSignal::kpi, UUID[]::new))
                .setParameter("rules", column(rows, row -> row.signal().rule().name(), String[]::new))
                .setParameter("starts", column(rows, row -> row.signal().from(), LocalDate[]::new))
                .setParameter("ends", column(rows, row -> row.signal().to(), LocalDate[]::new))
                .setParameter(
                        "directions",
                        column(rows, row -> row.signal().direction().name(), String[]::new))
                .executeUpdate();
    }

    private void change(List<KeptSignal> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        update kpi_signal s set starts_on = given.starts_on, ends_on = given.ends_on,
                            direction = given.direction, is_gone = given.is_gone
                        from unnest(cast(:ids as uuid[]), cast(:starts as date[]), cast(:ends as date[]),
                            cast(:directions as text[]), cast(:gone as boolean[]))
                            as given(id, starts_on, ends_on, direction, is_gone)
                        where s.id = given.id
                        """)
                .setParameter("ids", column(rows, KeptSignal::id, UUID[]::new))
                .setParameter("starts", column(rows, row -> row.signal().from(), LocalDate[]::new))
                .setParameter("ends", column(rows, row -> row.signal().to(), LocalDate[]::new))
                .setParameter(
                        "directions",
                        column(rows, row -> row.signal().direction().name(), String[]::new))
                .setParameter("gone", column(rows, KeptSignal::isGone, Boolean[]::new))
                .executeUpdate();
    }
}
