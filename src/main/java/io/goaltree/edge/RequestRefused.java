package io.goaltree.edge;

import io.goaltree.shared.UserErrorCode;

/**
 * A read that cannot be answered because its arguments make no sense: a GraphQL error with {@code extensions.code}.
 * Mutations never throw it: their refusals are values, answered in {@code userErrors}.
 */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UserErrorCode code;

    public RequestRefused(UserErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public UserErrorCode code() {
        return code;
    }
}
