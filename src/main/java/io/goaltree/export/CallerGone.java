package io.goaltree.export;

import java.io.IOException;

/** Nobody reads any more, or nothing for too long. Nobody's fault, and so without a stack trace worth a log line. */
final class CallerGone extends IOException {
    private static final long serialVersionUID = 1L;

    CallerGone(Throwable cause) {
        super(cause);
    }
}
