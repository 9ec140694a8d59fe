package io.goaltree.export;

import io.goaltree.edge.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Reads when rows ceased to be. */
@ApplicationScoped
class RemovedStore {
    private final Session session;

    RemovedStore(Session session) {
        this.session = session;
    }

    /** When each of these objectives or key results was last there, up to an instant. */
    Map<UUID, Instant> ends(Kind kind, Collection<UUID> ids, Instant until) {
        String history = kind == Kind.OBJECTIVE ? "objective_history" : "key_result_history";
        Map<UUID, Instant> ends = new HashMap<>();
        session.createNativeQuery("""
                        select id, max(sys_to) as ended_at from %s where id = any(:ids) and sys_to <= :until group by id
                        """.formatted(history), Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("ended_at", Instant.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("until", until)
                .getResultList()
                .forEach(row -> ends.put((UUID) row[0], (Instant) row[1]));
        return ends;
    }
}
