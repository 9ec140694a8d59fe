package io.goaltree.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Which objectives were opened from which reviews. */
@ApplicationScoped
class OpenedStore {
    private final StatelessSession session;

    OpenedStore(StatelessSession session) {
        this.session = session;
    }

    /** By objective, the review that it was opened from; the oldest objective first. */
    Map<UUID, UUID> openedFrom(Collection<UUID> reviews) {
        return pairs("o.opened_from = any(:ids)", reviews);
    }

    /** By objective, those of these that were opened from a review. */
    Map<UUID, UUID> reviewsOf(Collection<UUID> objectives) {
        return pairs("o.id = any(:ids) and o.opened_from is not null", objectives);
    }

    private Map<UUID, UUID> pairs(String where, Collection<UUID> ids) {
        Map<UUID, UUID> pairs = new LinkedHashMap<>();
        session.createNativeQuery(
                        "select o.id, o.opened_from from objective o where " + where + " order by o.created_at, o.id",
                        Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> pairs.put((UUID) row[0], (UUID) row[1]));
        return pairs;
    }
}
