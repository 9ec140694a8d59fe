package io.goaltree.kpi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sweeps at the start and every hour; any replica may, and none waits for another. */
@ApplicationScoped
public class IdempotencySweep {
    private static final Logger LOG = Logger.getLogger(IdempotencySweep.class);
    private static final long START_SECONDS = 60;
    private static final long PAUSE_SECONDS = 3_600;

    private final IdempotencySweepService service;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "idempotency-sweep");
        thread.setDaemon(true);
        return thread;
    });

    IdempotencySweep(IdempotencySweepService service) {
        this.service = service;
    }

    void start(@Observes StartupEvent start) {
        var unused = clock.scheduleWithFixedDelay(this::sweepOrSay, START_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stop) {
        clock.shutdownNow();
    }

    private void sweepOrSay() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.debugf("Old idempotency keys were not removed, which can wait: %s", e.getMessage());
        }
    }

    /** All there is to remove, a few thousand rows a transaction; how many rows. */
    int sweep() {
        int removed = 0;
        int some;
        do {
            some = service.sweepSome();
            removed += some;
        } while (some > 0 && !Thread.currentThread().isInterrupted());
        return removed;
    }
}
