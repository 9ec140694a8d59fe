package io.goaltree.edge.operation;

import graphql.GraphQLContext;

/** The means to stop a run from another thread: fields that have not begun by then are not answered. */
public final class Stop {
    private static final String KEY = "goaltree.stop";

    private volatile boolean stopped;

    static String key() {
        return KEY;
    }

    /** Whether the run that this context belongs to is to stop. */
    public static boolean isStopped(GraphQLContext context) {
        return context.get(KEY) instanceof Stop stop && stop.stopped;
    }

    public void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }
}
