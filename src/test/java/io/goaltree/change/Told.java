package io.goaltree.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Remembers what a feed has told, and waits for what it is to tell. */
final class Told implements ChangeListener {
    private static final long LONGEST_SECONDS = 20;

    private final List<Change> changes = new ArrayList<>();
    private int timesMissed;

    @Override
    public synchronized void changed(List<Change> told) {
        changes.addAll(told);
        notifyAll();
    }

    @Override
    public synchronized void missed() {
        timesMissed++;
        notifyAll();
    }

    synchronized int timesMissed() {
        return timesMissed;
    }

    /** How often changes of a row were told. */
    synchronized long times(UUID id) {
        return changes.stream().filter(change -> change.ids().contains(id)).count();
    }

    synchronized Change only(UUID id) throws InterruptedException {
        await(List.of(id));
        assertThat(times(id)).isEqualTo(1);
        return changes.stream()
                .filter(change -> change.ids().contains(id))
                .findFirst()
                .orElseThrow();
    }

    synchronized void await(Collection<UUID> ids) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (ids.stream().anyMatch(id -> times(id) == 0)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left).as("time left to be told of %s", ids).isPositive();
            wait(left);
        }
    }

    synchronized void awaitMissed() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (timesMissed == 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left).as("time left to be told that changes were missed").isPositive();
            wait(left);
        }
    }
}
