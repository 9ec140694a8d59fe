package io.goaltree.ingest;

/** The connection ended before the body did: there is nobody left to answer. */
final class BodyCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyCut() {
        super("The connection ended before the body", null, false, false);
    }
}
