package io.goaltree.edge.http;

import io.goaltree.edge.limits.RequestCode;
import org.jspecify.annotations.Nullable;

/**
 * The one table of HTTP statuses. A well-formed request whose document is refused is 400, but 200 for those who accept only
 * application/json: older clients take any other status for a broken server (GraphQL over HTTP, section 6.4).
 */
final class Statuses {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private Statuses() {}

    static int of(@Nullable RequestCode code, MediaType answered) {
        if (code == null) {
            return OK;
        }
        return switch (code) {
            case BAD_REQUEST, MALFORMED_JSON, JSON_TOO_DEEP, BATCH_NOT_SUPPORTED -> BAD_REQUEST;
            case UNAUTHENTICATED -> 401;
            case ORIGIN_NOT_ALLOWED, NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case BODY_TOO_SLOW -> 408;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case TIMEOUT, TOO_MANY_CONNECTIONS -> 503;
            default -> answered == MediaType.JSON ? OK : BAD_REQUEST;
        };
    }
}
