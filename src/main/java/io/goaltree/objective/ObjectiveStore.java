package io.goaltree.objective;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ObjectiveStore implements PanacheRepositoryBase<ObjectiveEntity, UUID> {

    List<ObjectiveEntity> byIds(Collection<UUID> ids) {
        return getSession()
                .createNativeQuery("select o.* from objective o where o.id = any(:ids)", ObjectiveEntity.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** Moves all objectives of a cycle that are in one of some states to another: one statement. */
    void move(UUID cycle, List<ObjectiveState> from, ObjectiveState to, Instant at) {
        getSession()
                .createNativeMutationQuery("""
                        update objective set state = :to, version = version + 1, updated_at = :at
                        where cycle_id = :cycle and state in (:from)
                        """)
                .setParameter("cycle", cycle)
                .setParameterList("from", from.stream().map(Enum::name).toList())
                .setParameter("to", to.name())
                .setParameter("at", at)
                .executeUpdate();
    }
}
