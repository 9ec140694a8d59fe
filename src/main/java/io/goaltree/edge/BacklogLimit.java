package io.goaltree.edge;

import java.util.concurrent.Executor;

/**
 * How many events may wait for one subscriber before it counts as too slow.
 *
 * @param events when this many wait already, no more are taken; one call that brings many at once is taken whole
 */
public record BacklogLimit(int events) {
    private static final int MOST = 100_000;

    public BacklogLimit {
        if (events < 1 || events > MOST) {
            throw new IllegalArgumentException(
                    "The backlog of a subscriber is " + events + "; it must be between 1 and " + MOST);
        }
    }

    /** A backlog that is emptied on a thread of the executor, by one thread at a time. */
    public <T> Backlog<T> backlog(Executor executor) {
        return new Backlog<>(events, executor);
    }
}
