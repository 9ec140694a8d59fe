package io.goaltree.kpi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Brings up to date what is kept of KPIs from before anything was kept, or by older rules, or what a stream that was killed has
 * left behind: its signals are new, and told.
 */
@ApplicationScoped
public class KeptBehaviourService {
    private static final Logger LOG = Logger.getLogger(KeptBehaviourService.class);
    private static final int AT_ONCE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final KpiStore kpis;
    private final KeptBehaviourStore store;
    private final KeptBehaviours kept;

    KeptBehaviourService(KpiStore kpis, KeptBehaviourStore store, KeptBehaviours kept) {
        this.kpis = kpis;
        this.store = store;
        this.kept = kept;
    }

    void start(@Observes StartupEvent start) {
        int count = catchUp(store::lapsed, () -> {}) + catchUp(store::behind, store::catchUpQuietly);
        if (count > 0) {
            LOG.infof("Read the behaviour of %d KPIs from their values", count);
        }
    }

    /** Some at a time, in a transaction each, and each KPI once: a stream of another replica may leave it behind again. */
    private int catchUp(BiFunction<UUID, Integer, List<UUID>> find, Runnable begin) {
        int count = 0;
        UUID after = FIRST;
        List<UUID> some;
        while (!(some = catchUp(find, begin, after)).isEmpty()) {
            count += some.size();
            after = some.get(some.size() - 1);
        }
        return count;
    }

    private List<UUID> catchUp(BiFunction<UUID, Integer, List<UUID>> find, Runnable begin, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> some = find.apply(after, AT_ONCE);
            kpis.lock(some);
            begin.run();
            kept.refresh(some);
            return some;
        });
    }
}
