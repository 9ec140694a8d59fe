package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Waits for what other threads bring about, with a deadline. */
final class Eventually {
    private static final long PATIENCE_SECONDS = 30;

    private Eventually() {}

    static void equal(IntSupplier value, int expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (value.getAsInt() != expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(value.getAsInt()).isEqualTo(expected);
    }
}
