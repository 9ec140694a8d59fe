package io.goaltree.keyresult;

import io.goaltree.objective.ObjectiveState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class KeyResultStore implements PanacheRepositoryBase<KeyResultEntity, UUID> {

    List<KeyResultEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select k.* from key_result k where k.id = any(:ids)", KeyResultEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** The milestones of these key results, in their order: one statement. */
    Map<UUID, List<MilestoneEntity>> milestones(Collection<UUID> keyResults) {
        Map<UUID, List<MilestoneEntity>> found = new HashMap<>();
        getSession()
                .createNativeQuery(
                        "select m.* from milestone m where m.key_result_id = any(:ids) order by m.position",
                        MilestoneEntity.class)
                .setParameter("ids", keyResults.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> found.computeIfAbsent(row.keyResultId, id -> new ArrayList<>())
                        .add(row));
        return found;
    }

    /** The KPI of each of these key results that is fed by one. */
    Map<UUID, UUID> kpisOf(Collection<UUID> keyResults) {
        Map<UUID, UUID> kpis = new HashMap<>();
        getSession()
                .createNativeQuery(
                        "select id, kpi_id from key_result where id = any(:ids) and kpi_id is not null", Object[].class)
                .setParameter("ids", keyResults.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> kpis.put((UUID) row[0], (UUID) row[1]));
        return kpis;
    }

    /** The key results that each of these KPIs feeds, in order of creation. */
    Map<UUID, List<UUID>> fedBy(Collection<UUID> kpis) {
        Map<UUID, List<UUID>> fed = new HashMap<>();
        getSession()
                .createNativeQuery(
                        "select kpi_id, id from key_result where kpi_id = any(:kpis) order by created_at, id",
                        Object[].class)
                .setParameter("kpis", kpis.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> fed.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add((UUID) row[1]));
        return fed;
    }

    /** Whether a KPI feeds a key result of this objective that is not cancelled. */
    boolean isFed(UUID objective, UUID kpi) {
        return count("objectiveId = ?1 and kpiId = ?2 and state <> ?3", objective, kpi, ObjectiveState.CANCELLED) > 0;
    }

    /** The value that a key result's cycle was closed with; empty while that is open, or there was none. */
    Optional<BigDecimal> frozenValue(UUID keyResult) {
        return getSession()
                .createNativeQuery(
                        "select current_value from frozen_standing where id = :id and current_value is not null",
                        BigDecimal.class)
                .setParameter("id", keyResult)
                .getResultStream()
                .findFirst();
    }

    MilestoneEntity milestone(UUID id) {
        return getSession().find(MilestoneEntity.class, id);
    }

    void persistMilestone(MilestoneEntity milestone) {
        getSession().persist(milestone);
    }

    /** Moves all key results of a cycle that are in one of some states to another: one statement. */
    void move(UUID cycle, List<ObjectiveState> from, ObjectiveState to, Instant at) {
        getSession()
                .createNativeMutationQuery("""
                        update key_result set state = :to, version = version + 1, updated_at = :at
                        where objective_id in (select id from objective where cycle_id = :cycle) and state in (:from)
                        """)
                .setParameter("cycle", cycle)
                .setParameterList("from", from.stream().map(Enum::name).toList())
                .setParameter("to", to.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The scores that were set in a cycle, cancelled key results left out. */
    Map<UUID, BigDecimal> scores(UUID cycle) {
        Map<UUID, BigDecimal> scores = new HashMap<>();
        getSession()
                .createNativeQuery("""
                        select k.id, k.score from key_result k join objective o on o.id = k.objective_id
                        where o.cycle_id = :cycle and k.score is not null and k.state <> 'CANCELLED'
                        """, Object[].class)
                .setParameter("cycle", cycle)
                .getResultList()
                .forEach(row -> scores.put((UUID) row[0], (BigDecimal) row[1]));
        return scores;
    }

    int countOf(UUID objective) {
        return (int) count("objectiveId", objective);
    }
}
