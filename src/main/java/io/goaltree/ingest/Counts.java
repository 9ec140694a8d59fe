package io.goaltree.ingest;

import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recording;

/** How many rows of a stream came to what, so far. */
record Counts(long created, long updated, long unchanged, long rejected) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Recording recording) {
        return new Counts(
                created + recording.count(RecordStatus.CREATED),
                updated + recording.count(RecordStatus.UPDATED),
                unchanged + recording.count(RecordStatus.UNCHANGED),
                rejected + recording.count(RecordStatus.REJECTED));
    }
}
