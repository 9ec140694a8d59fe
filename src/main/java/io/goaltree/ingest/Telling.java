package io.goaltree.ingest;

import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueCounts;
import java.util.List;

/** How it is told what became of the rows; made for one answer. */
interface Telling {
    /** About some rows; empty when there is nothing to say. Is the same however often it is asked. */
    String part(List<Row> rows, List<Recorded> results);

    /** What comes before such a text in the answer. */
    String before();

    /** How far it has come; empty when this answer has no place for it. */
    String progress(ValueCounts counts);

    String end(End end);
}
