package io.goaltree.gate;

import java.time.Duration;

/** A while that passes again and again, by no clock that anybody could set. */
final class Interval {
    private final long nanos;
    private volatile long begun;

    Interval(Duration length) {
        nanos = length.toNanos();
        begun = System.nanoTime() - nanos;
    }

    boolean isOver() {
        return System.nanoTime() - begun >= nanos;
    }

    void begin() {
        begun = System.nanoTime();
    }
}
