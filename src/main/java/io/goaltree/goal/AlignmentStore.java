package io.goaltree.goal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class AlignmentStore implements PanacheRepositoryBase<AlignmentEntity, UUID> {

    Optional<AlignmentEntity> toObjective(UUID child, UUID parent) {
        return find("childId = ?1 and parentObjectiveId = ?2", child, parent).firstResultOptional();
    }

    Optional<AlignmentEntity> toKeyResult(UUID child, UUID parent) {
        return find("childId = ?1 and parentKeyResultId = ?2", child, parent).firstResultOptional();
    }

    /**
     * One change of the graph's shape at a time: two alignments that are fine alone may close a loop together. Held until
     * the transaction ends, so the next writer sees what this one did.
     */
    void lockGraph() {
        getSession()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('alignment'))", Integer.class)
                .getSingleResult();
    }

    /** Every step upwards from an objective: child to the objectives it is aligned to, also by way of key results. */
    Map<UUID, Set<UUID>> stepsUpFrom(UUID objective) {
        Map<UUID, Set<UUID>> steps = new HashMap<>();
        getSession()
                .createNativeQuery("""
                        with recursive step(child_id, parent_id) as (
                            select a.child_id, coalesce(a.parent_objective_id, k.objective_id)
                            from alignment a left join key_result k on k.id = a.parent_key_result_id
                        ), up(id) as (
                            select cast(:objective as uuid)
                            union
                            select s.parent_id from up join step s on s.child_id = up.id
                        )
                        select s.child_id, s.parent_id from step s join up on up.id = s.child_id
                        """, Object[].class)
                .setParameter("objective", objective)
                .getResultList()
                .forEach(row -> steps.computeIfAbsent((UUID) row[0], child -> new HashSet<>())
                        .add((UUID) row[1]));
        return steps;
    }
}
