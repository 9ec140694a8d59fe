package io.goaltree.ingest;

import io.goaltree.shared.UserErrorCode;

/** A body that cannot be read any further; what was read before it is not touched by that. */
final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    BodyRefused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    BodyRefused(UserErrorCode code, String message) {
        this(Refusal.badRequest(code, message));
    }

    Refusal refusal() {
        return refusal;
    }
}
