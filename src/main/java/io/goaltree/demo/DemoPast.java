package io.goaltree.demo;

import io.goaltree.edge.Reading;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The past that the demo organisation is given: its goals were planned before the quarter began, each check-in was recorded
 * when it was measured, each KPI value in the week after its period. So there is something to see as of any day of the quarter.
 */
@ApplicationScoped
class DemoPast {
    private static final Duration PLANNED_BEFORE = Duration.ofDays(14);

    private final DemoStore store;
    private final Now now;

    DemoPast(DemoStore store, Now now) {
        this.store = store;
        this.now = now;
    }

    /** From here on things are written before the current quarter. */
    void plan() {
        store.pretend(planned());
    }

    /** Writes at an instant of the quarter. */
    <T> T at(Instant instant, Supplier<T> write) {
        store.pretend(instant);
        try {
            return new Reading(instant, Supplier::get).during(write);
        } finally {
            store.pretend(planned());
        }
    }

    /** From here on things are written now. */
    void end() {
        store.pretend(null);
    }

    private Instant planned() {
        return Quarters.around(now.today())
                .week(1)
                .atStartOfDay(now.zone())
                .toInstant()
                .minus(PLANNED_BEFORE);
    }
}
