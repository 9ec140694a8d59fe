package io.goaltree.ingest;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a body, one after the other; memory does not grow with their number. */
interface Rows {
    /**
     * @return null at the end
     * @throws BodyRefused when the body cannot be read any further
     * @throws BodyCut when the connection ended before the body
     */
    @Nullable
    Row next();

    /** These rows first, then the others. */
    static Rows after(List<Row> first, Rows rest) {
        Iterator<Row> beginning = first.iterator();
        return () -> beginning.hasNext() ? beginning.next() : rest.next();
    }
}
