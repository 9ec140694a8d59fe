package io.goaltree.export;

import io.goaltree.shared.UserErrorCode;

/** An export that is not made. Expected, and so without a stack trace. */
final class ExportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int BUSY = 503;
    private final int status;
    private final String code;

    ExportRefused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ExportRefused malformed(String message) {
        return new ExportRefused(400, UserErrorCode.INVALID_VALUE.name(), message);
    }

    static ExportRefused unknown(String message) {
        return new ExportRefused(404, UserErrorCode.NOT_FOUND.name(), message);
    }

    static ExportRefused busy(int most) {
        return new ExportRefused(
                BUSY, "BUSY", "There are " + most + " exports under way, as many as may be; ask again later");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
