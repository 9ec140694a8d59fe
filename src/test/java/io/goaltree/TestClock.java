package io.goaltree;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of all tests: it stands still until a test moves it; who moves it resets it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    public void reset() {
        now.set(START);
    }
}
