package io.goaltree.kpi;

import io.goaltree.behaviour.Limits;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.SignalRule;
import io.goaltree.behaviour.Verdict;
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
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of KPIs: one statement each, however many KPIs. */
@ApplicationScoped
class KeptBehaviourStore {
    /** Raised when the rules change by which values are read: what was kept by older ones is computed anew. */
    static final int EDITION = 1;

    /** The edition of what is out of date. */
    static final int LAPSED = 0;

    private final StatelessSession session;

    KeptBehaviourStore(StatelessSession session) {
        this.session = session;
    }

    Kept read(Collection<UUID> kpis) {
        return new Kept(verdicts(kpis), segments(kpis), signals(kpis));
    }

    /** Without those of which nothing is kept, or by older rules. */
    Map<UUID, KeptVerdict> verdicts(Collection<UUID> kpis) {
        Map<UUID, KeptVerdict> verdicts = new HashMap<>();
        if (kpis.isEmpty()) {
            return verdicts;
        }
        query("""
                select kpi_id, verdict, since, direction, proposed_rebase from kpi_behaviour
                where kpi_id = any(:ids) and edition = :edition
                """, kpis)
                .setParameter("edition", EDITION)
                .addScalar("kpi_id", UUID.class)
                .addScalar("verdict", String.class)
                .addScalar("since", LocalDate.class)
                .addScalar("direction", String.class)
                .addScalar("proposed_rebase", LocalDate.class)
                .getResultList()
                .forEach(row -> verdicts.put(
                        (UUID) row[0],
                        new KeptVerdict(
                                Verdict.valueOf((String) row[1]),
                                (LocalDate) row[2],
                                direction((String) row[3]),
                                (LocalDate) row[4])));
        return verdicts;
    }

    private Map<UUID, List<Segment>> segments(Collection<UUID> kpis) {
        Map<UUID, List<Segment>> segments = new HashMap<>();
        if (kpis.isEmpty()) {
            return segments;
        }
        query("""
                select kpi_id, starts_on, ends_on, size, reason, mean, mean_moving_range, lower_limit, upper_limit,
                    upper_range_limit, sigma
                from kpi_segment where kpi_id = any(:ids) order by kpi_id, starts_on
                """, kpis)
                .addScalar("kpi_id", UUID.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("ends_on", LocalDate.class)
                .addScalar("size", Integer.class)
                .addScalar("reason", String.class)
                .addScalar("mean", BigDecimal.class)
                .addScalar("mean_moving_range", BigDecimal.class)
                .addScalar("lower_limit", BigDecimal.class)
                .addScalar("upper_limit", BigDecimal.class)
                .addScalar("upper_range_limit", BigDecimal.class)
                .addScalar("sigma", BigDecimal.class)
                .getResultList()
                .forEach(row -> segments.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add(new Segment(
                                (LocalDate) row[1], (LocalDate) row[2], (int) row[3], limits(row), (String) row[4])));
        return segments;
    }

    private Map<UUID, List<KeptSignal>> signals(Collection<UUID> kpis) {
        Map<UUID, List<KeptSignal>> signals = new HashMap<>();
        if (kpis.isEmpty()) {
            return signals;
        }
        query("""
                select kpi_id, id, rule, starts_on, ends_on, direction, is_gone from kpi_signal
                where kpi_id = any(:ids) order by kpi_id, starts_on
                """, kpis)
                .addScalar("kpi_id", UUID.class)
                .addScalar("id", UUID.class)
                .addScalar("rule", String.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("ends_on", LocalDate.class)
                .addScalar("direction", String.class)
                .addScalar("is_gone", Boolean.class)
                .getResultList()
                .forEach(row -> signals.computeIfAbsent((UUID) row[0], kpi -> new ArrayList<>())
                        .add(new KeptSignal((UUID) row[1], signal(row), (boolean) row[6])));
        return signals;
    }

    Map<UUID, DetectedSignal> detected(Collection<UUID> ids) {
        Map<UUID, DetectedSignal> detected = new HashMap<>();
        query("""
                select s.kpi_id, s.id, s.rule, s.starts_on, s.ends_on, s.direction, k.team_id, s.detected_at
                from kpi_signal s join kpi k on k.id = s.kpi_id where s.id = any(:ids)
                """, ids)
                .addScalar("kpi_id", UUID.class)
                .addScalar("id", UUID.class)
                .addScalar("rule", String.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("ends_on", LocalDate.class)
                .addScalar("direction", String.class)
                .addScalar("team_id", UUID.class)
                .addScalar("detected_at", Instant.class)
                .getResultList()
                .forEach(row -> detected.put(
                        (UUID) row[1],
                        new DetectedSignal((UUID) row[0], (UUID) row[6], signal(row), (Instant) row[7])));
        return detected;
    }

    /** Some of the KPIs whose values a stream has changed that did not come to its end, in the order of their ids. */
    List<UUID> lapsed(UUID after, int most) {
        return session.createNativeQuery("""
                        select kpi_id from kpi_behaviour where edition = :lapsed and kpi_id > :after
                        order by kpi_id limit :most
                        """, UUID.class)
                .setParameter("lapsed", LAPSED)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    /** Some of the KPIs of which nothing is kept by the present rules, in the order of their ids. */
    List<UUID> behind(UUID after, int most) {
        return session.createNativeQuery("""
                        select k.id from kpi k
                        where not exists (select from kpi_behaviour b where b.kpi_id = k.id and b.edition = :edition)
                            and k.id > :after
                        order by k.id limit :most
                        """, UUID.class)
                .setParameter("after", after)
                .setParameter("edition", EDITION)
                .setParameter("most", most)
                .getResultList();
    }

    /** Until the end of the transaction: signals that are found now are not new, they were only never looked for. */
    void catchUpQuietly() {
        session.createNativeQuery("select set_config('goaltree.catching_up', 'on', true)", String.class)
                .getSingleResult();
    }

    private NativeQuery<Object[]> query(String sql, Collection<UUID> ids) {
        return session.createNativeQuery(sql, Object[].class).setParameter("ids", ids.toArray(UUID[]::new));
    }

    private static Signal signal(Object[] row) {
        return new Signal(
                SignalRule.valueOf((String) row[2]),
                (LocalDate) row[3],
                (LocalDate) row[4],
                SignalDirection.valueOf((String) row[5]));
    }

    private static @Nullable SignalDirection direction(@Nullable String name) {
        return name == null ? null : SignalDirection.valueOf(name);
    }

    private static @Nullable Limits limits(Object[] row) {
        return row[5] == null
                ? null
                : new Limits(
                        (BigDecimal) row[5],
                        (BigDecimal) row[6],
                        (BigDecimal) row[7],
                        (BigDecimal) row[8],
                        (BigDecimal) row[9],
                        (BigDecimal) row[10]);
    }
}
