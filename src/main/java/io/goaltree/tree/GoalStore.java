package io.goaltree.tree;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.GoalOutcome;
import io.goaltree.scoring.Milestones;
import io.goaltree.scoring.Observation;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.scoring.Score;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import io.goaltree.time.Now;
import io.goaltree.tree.GoalRows.CurrentRow;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.FrozenRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the rows of goal trees: one statement a table, whatever the size. */
@ApplicationScoped
class GoalStore {
    private final Session session;
    private final Now now;

    GoalStore(Session session, Now now) {
        this.session = session;
        this.now = now;
    }

    /** Cycles that hold these objectives. */
    List<UUID> cyclesOf(Collection<UUID> objectives) {
        return session.createNativeQuery("select distinct cycle_id from objective where id = any(:ids)", UUID.class)
                .setParameter("ids", objectives.toArray(UUID[]::new))
                .getResultList();
    }

    GoalRows rows(Collection<UUID> cycles) {
        return rows(objectives("o.cycle_id", cycles), cycles);
    }

    /** An objective, and all below it. */
    GoalRows rowsBelow(UUID objective) {
        return rows(objectives("o.id", List.of(objective)), List.of());
    }

    private GoalRows rows(List<ObjectiveRow> objectives, Collection<UUID> cycles) {
        UUID[] members = objectives.stream().map(ObjectiveRow::id).toArray(UUID[]::new);
        List<KeyResultRow> keyResults = keyResults(members);
        UUID[] measured = keyResults.stream().map(KeyResultRow::id).toArray(UUID[]::new);
        UUID[] held = keyResults.stream()
                .filter(row -> row.measure() == MeasureKind.HOLD)
                .map(KeyResultRow::id)
                .toArray(UUID[]::new);
        return new GoalRows(
                cycles(objectives, cycles),
                objectives,
                edges(members),
                keyResults,
                milestones(measured),
                newest(measured),
                observations(held),
                frozen(members));
    }

    /** The objectives with one of these in a column, and all below them by contributing alignments, of whatever cycle. */
    private List<ObjectiveRow> objectives(String column, Collection<UUID> among) {
        return session
                .createNativeQuery("""
                        with recursive member(id) as (
                            select o.id from objective o where %s = any(:among)
                            union
                            select a.child_id from alignment a join member m on m.id = a.parent_objective_id
                            where a.weight > 0
                        )
                        select o.id, o.cycle_id, o.team_id, o.state = 'CANCELLED'
                        from objective o join member m on m.id = o.id
                        order by o.created_at, o.id
                        """.formatted(column), Object[].class)
                .setParameter("among", among.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new ObjectiveRow((UUID) row[0], (UUID) row[1], (UUID) row[2], (Boolean) row[3]))
                .toList();
    }

    private Map<UUID, DateRange> cycles(List<ObjectiveRow> objectives, Collection<UUID> asked) {
        List<UUID> ids = new ArrayList<>(asked);
        objectives.stream().map(ObjectiveRow::cycleId).distinct().forEach(ids::add);
        Map<UUID, DateRange> cycles = new HashMap<>();
        session.createNativeQuery("select id, starts_on, ends_on from cycle where id = any(:ids)", Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("starts_on", LocalDate.class)
                .addScalar("ends_on", LocalDate.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> cycles.put((UUID) row[0], DateRange.inclusive((LocalDate) row[1], (LocalDate) row[2])));
        return cycles;
    }

    /** Every alignment of a member upwards, and every one that explains a member's key result. */
    private List<EdgeRow> edges(UUID[] members) {
        return session.createNativeQuery("""
                        select child_id, parent_objective_id, parent_key_result_id, weight from (
                            select * from alignment where child_id = any(:members)
                            union
                            select * from alignment where parent_key_result_id in (
                                select id from key_result where objective_id = any(:members))
                        ) edge
                        order by created_at, id
                        """, Object[].class).setParameter("members", members).getResultList().stream()
                .map(row -> new EdgeRow((UUID) row[0], (UUID) row[1], (UUID) row[2], (BigDecimal) row[3]))
                .toList();
    }

    private List<KeyResultRow> keyResults(UUID[] members) {
        return session.createNativeQuery("""
                        select id, objective_id, weight, state = 'CANCELLED', measure, baseline, target, lower, upper, cadence
                        from key_result where objective_id = any(:members)
                        order by objective_id, position, created_at, id
                        """, Object[].class).setParameter("members", members).getResultList().stream()
                .map(row -> new KeyResultRow(
                        (UUID) row[0],
                        (UUID) row[1],
                        (BigDecimal) row[2],
                        (Boolean) row[3],
                        MeasureKind.valueOf((String) row[4]),
                        (BigDecimal) row[5],
                        (BigDecimal) row[6],
                        (BigDecimal) row[7],
                        (BigDecimal) row[8],
                        row[9] == null ? null : Cadence.valueOf((String) row[9])))
                .toList();
    }

    private Map<UUID, List<Milestones.Part>> milestones(UUID[] keyResults) {
        Map<UUID, List<Milestones.Part>> milestones = new HashMap<>();
        session.createNativeQuery("""
                        select key_result_id, weight, done_at is not null
                        from milestone where key_result_id = any(:keyResults)
                        order by key_result_id, position
                        """, Object[].class)
                .setParameter("keyResults", keyResults)
                .getResultList()
                .forEach(row -> milestones
                        .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(new Milestones.Part((BigDecimal) row[1], (Boolean) row[2])));
        return milestones;
    }

    /**
     * The value in force and the confidence in force: each the latest measured one that is there, ties by recording. The
     * value of a key result that a KPI feeds is the KPI's for its newest period in the unit of the key result.
     */
    private Map<UUID, CurrentRow> newest(UUID[] keyResults) {
        Map<UUID, CurrentRow> newest = new HashMap<>();
        session.createNativeQuery("""
                        select k.id, case when k.kpi_id is null then v.value else f.value end, c.confidence
                        from key_result k
                        left join lateral (
                            select value from check_in where key_result_id = k.id and value is not null
                            order by measured_at desc, recorded_at desc, id desc limit 1
                        ) v on true
                        left join lateral (
                            select value from kpi_value
                            where kpi_id = k.kpi_id and kpi_unit(kpi_id, period_start) is not distinct from k.unit
                            order by period_start desc limit 1
                        ) f on true
                        left join lateral (
                            select confidence from check_in where key_result_id = k.id and confidence is not null
                            order by measured_at desc, recorded_at desc, id desc limit 1
                        ) c on true
                        where k.id = any(:keyResults)
                        """, Object[].class)
                .setParameter("keyResults", keyResults)
                .getResultList()
                .forEach(row -> newest.put((UUID) row[0], new CurrentRow((BigDecimal) row[1], (Double) row[2])));
        return newest;
    }

    /** What these key results were observed at, in order of measurement, ties by recording. */
    Map<UUID, List<Observation>> observations(UUID[] keyResults) {
        Map<UUID, List<Observation>> observations = new HashMap<>();
        session.createNativeQuery("""
                        select key_result_id, measured_at, value
                        from check_in where key_result_id = any(:keyResults) and value is not null
                        order by key_result_id, measured_at, recorded_at, id
                        """, Object[].class)
                .addScalar("key_result_id", UUID.class)
                .addScalar("measured_at", Instant.class)
                .addScalar("value", BigDecimal.class)
                .setParameter("keyResults", keyResults)
                .getResultList()
                .forEach(row -> observations
                        .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(new Observation(
                                now.dayOf(Objects.requireNonNull((Instant) row[1])), (BigDecimal) row[2])));
        return observations;
    }

    private Map<UUID, FrozenRow> frozen(UUID[] objectives) {
        Map<UUID, FrozenRow> frozen = new HashMap<>();
        session.createNativeQuery("""
                        select id, objective_id, raw, ratio, coverage, expected, status, earned, current_value, confidence,
                            score, outcome, topmost
                        from frozen_standing where objective_id = any(:objectives)
                        """, Object[].class)
                .setParameter("objectives", objectives)
                .getResultList()
                .forEach(row -> frozen.put(
                        (UUID) row[0],
                        new FrozenRow(
                                (UUID) row[0],
                                (UUID) row[1],
                                new Standing(
                                        new Score((BigDecimal) row[2], (BigDecimal) row[3], (BigDecimal) row[4]),
                                        (BigDecimal) row[5],
                                        ProgressStatus.valueOf((String) row[6]),
                                        (BigDecimal) row[7]),
                                new CurrentRow((BigDecimal) row[8], (Double) row[9]),
                                (BigDecimal) row[10],
                                row[11] == null ? null : GoalOutcome.valueOf((String) row[11]),
                                (Boolean) row[12])));
        return frozen;
    }
}
