package io.goaltree.demo;

import io.goaltree.app.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Loads the demo organisation before the first request is taken, when it is wanted. */
@ApplicationScoped
class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final Settings settings;
    private final DemoService demo;

    DemoStart(Settings settings, DemoService demo) {
        this.settings = settings;
        this.demo = demo;
    }

    void onStart(@Observes StartupEvent started) {
        if (!settings.demo()) {
            return;
        }
        long start = System.nanoTime();
        Optional<Loaded> loaded = demo.load();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (loaded.isPresent()) {
            LOG.infof("Loaded the demo organisation in %d ms: %s", millis, loaded.get());
        } else {
            LOG.info("The demo organisation was not loaded: the database is not empty");
        }
    }
}
