package io.goaltree.keyresult;

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
