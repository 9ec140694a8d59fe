package io.goaltree.edge.stream;

import io.goaltree.access.Callers;
import io.goaltree.access.Who;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends what is open of callers who are to be let in no more: on every replica, within a second of a revocation. Each operation
 * and each event is asked about anew besides, so that what the sweep has not reached yet is told nothing. Uploads and exports
 * under way are cut off.
 */
@ApplicationScoped
class StreamSweep {
    private static final Logger LOG = Logger.getLogger(StreamSweep.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final OpenStreams open;
    private final LongRequests requests;
    private final Callers callers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stream-sweep");
        thread.setDaemon(true);
        return thread;
    });

    StreamSweep(OpenStreams open, LongRequests requests, Callers callers) {
        this.open = open;
        this.requests = requests;
        this.callers = callers;
    }

    void start(@Observes StartupEvent event) {
        var unused =
                clock.scheduleAtFixedRate(this::sweepOrSay, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void sweepOrSay() {
        try {
            Set<Who> named = new HashSet<>(open.named());
            named.addAll(requests.named());
            if (!named.isEmpty()) {
                Set<Who> gone = callers.gone(named);
                open.expel(gone);
                requests.cut(gone);
            }
        } catch (RuntimeException e) {
            LOG.debugf("Who has streams open was not looked at, which is tried again: %s", e.getMessage());
        }
    }
}
