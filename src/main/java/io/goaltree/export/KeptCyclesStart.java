package io.goaltree.export;

import io.goaltree.change.ChangeFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Keeps rows for BI from the start of the service to its end, unless that is switched off. */
@ApplicationScoped
class KeptCyclesStart {
    /** What is committed once it looks for what is behind must be told. */
    private static final int AFTER_THE_FEED = 4_000;

    private @Nullable KeptCycles running;

    void start(
            @Observes @Priority(AFTER_THE_FEED) StartupEvent start,
            KeptRowsPause pause,
            KeptCycleService kept,
            ChangeFeed feed) {
        if (!pause.isOff()) {
            running = new KeptCycles(kept, pause.pause()).start(feed);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        KeptCycles cycles = running;
        if (cycles != null) {
            cycles.close();
        }
    }
}
