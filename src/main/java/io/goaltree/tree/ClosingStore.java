package io.goaltree.tree;

import io.goaltree.tree.GoalRows.FrozenRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps what closed cycles came to: every statement is about a whole cycle. */
@ApplicationScoped
class ClosingStore {
    private final Session session;

    ClosingStore(Session session) {
        this.session = session;
    }

    /**
     * Lets nobody record values of the KPIs that feed or guard a cycle until the transaction ends, so that everything in it
     * freezes at one instant. In the order in which values lock them.
     */
    void holdKpis(UUID cycle) {
        session.createNativeQuery("""
                        select id from kpi where id in (
                            select k.kpi_id from key_result k join objective o on o.id = k.objective_id
                            where o.cycle_id = :cycle
                            union
                            select g.kpi_id from guardrail g join objective o on o.id = g.objective_id
                            where o.cycle_id = :cycle)
                        order by id for no key update
                        """, UUID.class).setParameter("cycle", cycle).getResultList();
    }

    /** The objectives of a cycle that are promised rather than aspired to. */
    Set<UUID> committed(UUID cycle) {
        return new HashSet<>(session.createNativeQuery(
                        "select id from objective where cycle_id = :cycle and ambition = 'COMMITTED'", UUID.class)
                .setParameter("cycle", cycle)
                .getResultList());
    }

    void insert(UUID cycle, List<FrozenRow> rows) {
        session.createNativeMutationQuery("""
                        insert into frozen_standing (cycle_id, id, objective_id, key_result_id, raw, ratio, coverage, expected,
                            status, earned, current_value, confidence, score, outcome, topmost)
                        select :cycle, given.* from unnest(cast(:ids as uuid[]), cast(:objectives as uuid[]),
                            cast(:keyResults as uuid[]), cast(:raws as numeric[]), cast(:ratios as numeric[]),
                            cast(:coverages as numeric[]), cast(:expected as numeric[]), cast(:statuses as text[]),
                            cast(:earned as numeric[]), cast(:currents as numeric[]),
                            cast(:confidences as double precision[]), cast(:scores as numeric[]),
                            cast(:outcomes as text[]), cast(:topmost as boolean[])) given
                        """)
                .setParameter("cycle", cycle)
                .setParameter("ids", column(rows, FrozenRow::id, UUID[]::new))
                .setParameter("objectives", column(rows, FrozenRow::objectiveId, UUID[]::new))
                .setParameter("keyResults", column(rows, ClosingStore::keyResult, UUID[]::new))
                .setParameter("raws", column(rows, row -> row.standing().score().raw(), BigDecimal[]::new))
                .setParameter(
                        "ratios", column(rows, row -> row.standing().score().ratio(), BigDecimal[]::new))
                .setParameter(
                        "coverages", column(rows, row -> row.standing().score().coverage(), BigDecimal[]::new))
                .setParameter("expected", column(rows, row -> row.standing().expected(), BigDecimal[]::new))
                .setParameter(
                        "statuses", column(rows, row -> row.standing().status().name(), String[]::new))
                .setParameter("earned", column(rows, row -> row.standing().earned(), BigDecimal[]::new))
                .setParameter("currents", column(rows, row -> row.current().value(), BigDecimal[]::new))
                .setParameter("confidences", column(rows, row -> row.current().confidence(), Double[]::new))
                .setParameter("scores", column(rows, FrozenRow::score, BigDecimal[]::new))
                .setParameter("outcomes", column(rows, ClosingStore::outcome, String[]::new))
                .setParameter("topmost", column(rows, FrozenRow::topmost, Boolean[]::new))
                .executeUpdate();
    }

    void delete(UUID cycle) {
        session.createNativeMutationQuery("delete from frozen_standing where cycle_id = :cycle")
                .setParameter("cycle", cycle)
                .executeUpdate();
    }

    private static @Nullable UUID keyResult(FrozenRow row) {
        return row.id().equals(row.objectiveId()) ? null : row.id();
    }

    private static @Nullable String outcome(FrozenRow row) {
        return row.outcome() == null ? null : row.outcome().name();
    }

    private static <T> T[] column(List<FrozenRow> rows, Function<FrozenRow, @Nullable T> read, IntFunction<T[]> make) {
        return rows.stream().map(read).toArray(make);
    }
}
