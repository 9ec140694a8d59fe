package io.goaltree.edge;

/** A stream that was ended because its subscriber did not take what it asked for: events are neither dropped nor piled up. */
public final class SubscriberTooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubscriberTooSlow(String message) {
        super(message, null, false, false);
    }
}
