package io.goaltree.ingest;

import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;

/**
 * Why a call is refused as a whole, or why a stream ends before its end.
 *
 * @param status of HTTP, when nothing was answered yet
 */
record Refusal(int status, String code, String message) {
    static final int BUSY = 503;
    static final int CONFLICT = 409;
    static final int TOO_SLOW = 408;

    static Refusal of(Problem problem) {
        int status = switch (problem.code()) {
            case IDEMPOTENCY_IN_PROGRESS -> CONFLICT;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case TOO_MANY_ITEMS -> 413;
            default -> 400;
        };
        return new Refusal(status, problem.code().name(), problem.message());
    }

    static Refusal badRequest(UserErrorCode code, String message) {
        return new Refusal(400, code.name(), message);
    }

    static Refusal unsupported(String message) {
        return new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", message);
    }
}
