package io.goaltree.edge;

/** Events may be missing that nobody can deliver any more; the stream ended with this, so that its subscriber knows. */
public final class EventsMissed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventsMissed() {
        super("Events may have been missed; read again what you follow, and subscribe again", null, false, false);
    }
}
