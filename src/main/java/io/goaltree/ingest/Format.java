package io.goaltree.ingest;

import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the values of a body are written. */
enum Format {
    JSON("application/json", Set.of("application/json")),
    NDJSON("application/x-ndjson", Set.of("application/x-ndjson", "application/ndjson", "application/jsonl")),
    CSV("application/x-ndjson", Set.of("text/csv"));

    static final String POSSIBLE = "application/json (an array), application/x-ndjson or text/csv, in UTF-8";

    private final String answerType;
    private final Set<String> types;

    Format(String answerType, Set<String> types) {
        this.answerType = answerType;
        this.types = types;
    }

    static @Nullable Format of(String type) {
        for (Format format : values()) {
            if (format.types.contains(type)) {
                return format;
            }
        }
        return null;
    }

    String answerType() {
        return answerType;
    }

    /** @throws BodyRefused when it can be seen at once that this is not the format */
    Rows rows(InputStream body) {
        return switch (this) {
            case JSON -> JsonRows.read(body);
            case NDJSON -> new NdjsonRows(body);
            case CSV -> CsvRows.read(body);
        };
    }

    Telling telling() {
        return this == JSON ? new ArrayTelling() : new LineTelling();
    }
}
