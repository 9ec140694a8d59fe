package io.goaltree.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a body.
 *
 * @param isAll whether nothing comes after it
 */
record Gathering(List<Row> rows, boolean isAll) {
    /** The most rows that are recorded in one transaction. */
    static final int MOST_ROWS = 10_000;

    private static final long MOST_CHARACTERS = 16_000_000;

    Gathering {
        rows = List.copyOf(rows);
    }

    /** Reads until there is too much for one transaction. */
    static Gathering of(Rows body) {
        List<Row> rows = new ArrayList<>();
        long characters = 0;
        while (rows.size() <= MOST_ROWS && characters <= MOST_CHARACTERS) {
            Row row = body.next();
            if (row == null) {
                return new Gathering(rows, true);
            }
            rows.add(row);
            characters += row.characters();
        }
        return new Gathering(rows, false);
    }
}
