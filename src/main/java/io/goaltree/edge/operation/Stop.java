package io.goaltree.edge.operation;

import graphql.GraphQLContext;
import java.util.concurrent.atomic.AtomicLong;

/** The means to stop a run from another thread: fields that have not begun by then are not answered. */
public final class Stop {
    private static final String KEY = "goaltree.stop";

    private volatile boolean stopped;
    private volatile boolean spent;
    private final AtomicLong values = new AtomicLong();

    static String key() {
        return KEY;
    }

    /** Counts one more value of the run that this context belongs to; whether it may be answered. */
    static boolean admits(GraphQLContext context, long mostValues) {
        if (!(context.get(KEY) instanceof Stop stop)) {
            return true;
        }
        if (stop.values.incrementAndGet() > mostValues) {
            stop.spent = true;
        }
        return !stop.stopped && !stop.spent;
    }

    /** Whether more was to be answered than allowed. */
    boolean isSpent() {
        return spent;
    }

    /** Begins to count anew: the same operation answers another event. */
    void renew() {
        values.set(0);
    }

    public void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
