package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads, or a while, bring about. */
final class Patience {
    private static final long SECONDS = 30;

    private Patience() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        boolean fulfilled = condition.getAsBoolean();
        while (!fulfilled && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            fulfilled = condition.getAsBoolean();
        }
        assertThat(fulfilled).isTrue();
    }
}
