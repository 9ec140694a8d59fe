package io.goaltree.kpi;

import java.util.List;

/** How many values came to what. */
public record ValueCounts(long created, long updated, long unchanged, long rejected) {
    public static final ValueCounts NONE = new ValueCounts(0, 0, 0, 0);

    ValueCounts plus(List<Recorded> results) {
        long[] counts = new long[RecordStatus.values().length];
        results.forEach(result -> counts[result.status().ordinal()]++);
        return new ValueCounts(
                created + counts[RecordStatus.CREATED.ordinal()],
                updated + counts[RecordStatus.UPDATED.ordinal()],
                unchanged + counts[RecordStatus.UNCHANGED.ordinal()],
                rejected + counts[RecordStatus.REJECTED.ordinal()]);
    }
}
