package io.goaltree.ingest;

import io.goaltree.shared.UserErrorCode;

/** A body that cannot be read any further; what was read before it is not touched by that. */
final class BodyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UserErrorCode code;

    BodyRefused(UserErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    UserErrorCode code() {
        return code;
    }
}
