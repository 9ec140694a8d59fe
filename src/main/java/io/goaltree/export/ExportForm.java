package io.goaltree.export;

import java.util.Arrays;
import java.util.Optional;

/** How rows are written. */
enum ExportForm {
    /** RFC 4180, with a line of names first. An empty cell is null, an empty text is written as two quotes. */
    CSV("csv", "text/csv; charset=utf-8; header=present", "\r\n"),
    /** One JSON object a line. */
    NDJSON("ndjson", "application/x-ndjson", "\n");

    private final String suffix;
    private final String mediaType;
    private final String lineEnd;

    ExportForm(String suffix, String mediaType, String lineEnd) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.lineEnd = lineEnd;
    }

    static Optional<ExportForm> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix.equals(suffix))
                .findFirst();
    }

    String suffix() {
        return suffix;
    }

    String mediaType() {
        return mediaType;
    }

    String lineEnd() {
        return lineEnd;
    }
}
