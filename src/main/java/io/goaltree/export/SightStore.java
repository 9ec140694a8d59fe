package io.goaltree.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Reads what a caller who does not see everything saw in the past. */
@ApplicationScoped
class SightStore {
    private final Session session;

    SightStore(Session session) {
        this.session = session;
    }

    /** The objectives that the caller, as they are now, did not see at the instant that the transaction reads. */
    Set<UUID> hiddenThen() {
        return Set.copyOf(session.createNativeQuery("select id from hidden_then", UUID.class)
                .getResultList());
    }
}
