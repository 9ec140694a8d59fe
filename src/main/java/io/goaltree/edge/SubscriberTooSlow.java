package io.goaltree.edge;

/** A subscriber left more waiting than is kept for it; its stream ended with this, and everybody else's went on. */
public final class SubscriberTooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubscriberTooSlow(int limit) {
        super("You are too slow: " + limit + " or more events were waiting for you", null, false, false);
    }
}
