package io.goaltree.objective;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
}
