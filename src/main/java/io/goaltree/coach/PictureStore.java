package io.goaltree.coach;

import io.goaltree.coach.Picture.CycleRow;
import io.goaltree.coach.Picture.KeyResultRow;
import io.goaltree.coach.Picture.ObjectiveRow;
import io.goaltree.cycle.CycleState;
import io.goaltree.time.Cadence;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Reads what findings are found in: one statement a question, whatever the size. */
@ApplicationScoped
class PictureStore {
    private final StatelessSession session;
    private final Now now;

    PictureStore(StatelessSession session, Now now) {
        this.session = session;
        this.now = now;
    }

    /** The cycles that are not closed. */
    List<UUID> openCycles() {
        return session.createNativeQuery("select id from cycle where state <> 'CLOSED'", UUID.class)
                .getResultList();
    }

    /** The cycles that hold these objectives. */
    List<UUID> cyclesOf(Collection<UUID> objectives) {
        return session.createNativeQuery("select distinct cycle_id from objective where id = any(:ids)", UUID.class)
                .setParameter("ids", objectives.toArray(UUID[]::new))
                .getResultList();
    }

    Map<UUID, CycleRow> cycles(Collection<UUID> ids) {
        Map<UUID, CycleRow> cycles = new HashMap<>();
        session.createNativeQuery(
                        "select id, key, state, starts_on, ends_on from cycle where id = any(:ids)", Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("key", String.class)
                .addScalar("state", String.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("ends_on", LocalDate.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> cycles.put(
                        (UUID) row[0],
                        new CycleRow(
                                (UUID) row[0],
                                (String) row[1],
                                CycleState.valueOf((String) row[2]),
                                (LocalDate) row[3],
                                (LocalDate) row[4])));
        return cycles;
    }

    List<ObjectiveRow> objectives(Map<UUID, CycleRow> cycles) {
        return session
                .createNativeQuery("""
                        select o.id, o.cycle_id, o.team_id, t.key as team_key, o.title, k.key as kpi_key, o.despite_noise
                        from objective o
                        left join team t on t.id = o.team_id
                        left join kpi_review r on r.id = o.opened_from
                        left join kpi k on k.id = r.kpi_id
                        where o.cycle_id = any(:cycles) and o.state <> 'CANCELLED'
                        order by o.created_at, o.id
                        """, Object[].class)
                .setParameter("cycles", cycles.keySet().toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new ObjectiveRow(
                        (UUID) row[0],
                        Objects.requireNonNull(cycles.get((UUID) row[1])),
                        (UUID) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6]))
                .toList();
    }

    /** @param before only check-ins measured, and milestones done, earlier count */
    List<KeyResultRow> keyResults(Map<UUID, ObjectiveRow> objectives, Instant before) {
        return session
                .createNativeQuery("""
                        select k.id, k.objective_id, k.title, k.created_at, k.kpi_id, f.key as kpi_key, k.baseline, k.target,
                            k.cadence, greatest(newest.measured_at, steps.done_at) as checked_in_at,
                            coalesce(steps.all_done, false) as is_complete
                        from key_result k
                        left join kpi f on f.id = k.kpi_id
                        left join lateral (
                            select measured_at from check_in where key_result_id = k.id and measured_at < :before
                            order by measured_at desc limit 1
                        ) newest on true
                        left join lateral (
                            select max(done_at) filter (where done_at < :before) as done_at,
                                bool_and(done_at is not null and done_at < :before) as all_done
                            from milestone where key_result_id = k.id
                        ) steps on true
                        where k.objective_id = any(:objectives) and k.state <> 'CANCELLED'
                        order by k.created_at, k.id
                        """, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("objective_id", UUID.class)
                .addScalar("title", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("kpi_id", UUID.class)
                .addScalar("kpi_key", String.class)
                .addScalar("baseline", BigDecimal.class)
                .addScalar("target", BigDecimal.class)
                .addScalar("cadence", String.class)
                .addScalar("checked_in_at", Instant.class)
                .addScalar("is_complete", Boolean.class)
                .setParameter("objectives", objectives.keySet().toArray(UUID[]::new))
                .setParameter("before", before)
                .getResultList()
                .stream()
                .map(row -> new KeyResultRow(
                        (UUID) row[0],
                        Objects.requireNonNull(objectives.get((UUID) row[1])),
                        (String) row[2],
                        now.dayOf((Instant) row[3]),
                        (UUID) row[4],
                        (String) row[5],
                        (BigDecimal) row[6],
                        (BigDecimal) row[7],
                        row[8] == null ? null : Cadence.valueOf((String) row[8]),
                        row[9] == null ? null : now.dayOf((Instant) row[9]),
                        (Boolean) row[10]))
                .toList();
    }

    Map<UUID, Set<UUID>> guardrails(Collection<UUID> objectives) {
        Map<UUID, Set<UUID>> guardrails = new HashMap<>();
        session.createNativeQuery(
                        "select objective_id, kpi_id from guardrail where objective_id = any(:objectives)",
                        Object[].class)
                .setParameter("objectives", objectives.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> guardrails
                        .computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                        .add((UUID) row[1]));
        return guardrails;
    }
}
