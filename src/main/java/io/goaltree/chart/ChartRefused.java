package io.goaltree.chart;

import io.goaltree.shared.UserErrorCode;

/** A picture that is not drawn. Expected, and so without a stack trace. */
final class ChartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UserErrorCode code;

    ChartRefused(UserErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    UserErrorCode code() {
        return code;
    }
}
