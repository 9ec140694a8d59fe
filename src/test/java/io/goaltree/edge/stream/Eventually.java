package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waits for what other threads bring about, with a deadline. */
final class Eventually {
    private static final long PATIENCE_SECONDS = 30;

    private Eventually() {}

    static void equal(IntSupplier value, int expected) {
        await(() -> value.getAsInt() == expected);
        assertThat(value.getAsInt()).isEqualTo(expected);
    }

    static void atLeast(IntSupplier value, int least) {
        await(() -> value.getAsInt() >= least);
        assertThat(value.getAsInt()).isGreaterThanOrEqualTo(least);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
