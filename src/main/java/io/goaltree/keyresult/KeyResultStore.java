package io.goaltree.keyresult;

import io.goaltree.objective.ObjectiveState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    MilestoneEntity milestone(UUID id) {
        return getSession().find(MilestoneEntity.class, id);
    }

    void persistMilestone(MilestoneEntity milestone) {
        getSession().persist(milestone);
    }

    int countOf(UUID objective) {
        return (int) count("objectiveId", objective);
    }
}
