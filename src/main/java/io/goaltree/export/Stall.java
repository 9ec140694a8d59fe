package io.goaltree.export;

import java.time.Duration;

/** Watches whether something that was begun comes to an end in time. Times are those of {@link System#nanoTime()}. */
final class Stall {
    private final long patienceNanos;
    private volatile boolean isOpen;
    private volatile long begunNanos;

    Stall(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    void begin(long nanos) {
        begunNanos = nanos;
        isOpen = true;
    }

    void end() {
        isOpen = false;
    }

    /** Whether what was begun has taken longer than patience allows. */
    boolean isOver(long nanos) {
        return isOpen && nanos - begunNanos > patienceNanos;
    }
}
