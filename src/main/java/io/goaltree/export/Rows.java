package io.goaltree.export;

import java.time.Instant;
import java.util.List;

/**
 * Rows of one state of the database.
 *
 * @param asOf that state: what was committed up to then is in it. The next load may ask for what changed since
 * @param rows those that are there, then those that were removed
 */
record Rows<R>(Instant asOf, List<R> rows) {
    Rows {
        rows = List.copyOf(rows);
    }
}
