package io.goaltree.kpi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Brings up to date what is kept of KPIs from before anything was kept, or by older rules. */
@ApplicationScoped
public class KeptBehaviourService {
    private static final Logger LOG = Logger.getLogger(KeptBehaviourService.class);
    private static final int AT_ONCE = 50;

    private final KpiStore kpis;
    private final KeptBehaviourStore store;
    private final KeptBehaviours kept;

    KeptBehaviourService(KpiStore kpis, KeptBehaviourStore store, KeptBehaviours kept) {
        this.kpis = kpis;
        this.store = store;
        this.kept = kept;
    }

    void start(@Observes StartupEvent start) {
        int count = 0;
        for (int some = catchUp(); some > 0; some = catchUp()) {
            count += some;
        }
        if (count > 0) {
            LOG.infof("Read the behaviour of %d KPIs from their values", count);
        }
    }

    /** Some of them, in a transaction of its own; answers how many. */
    private int catchUp() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> behind = store.behind(AT_ONCE);
            kpis.lock(behind);
            store.catchUpQuietly();
            kept.refresh(behind);
            return behind.size();
        });
    }
}
