package io.goaltree.ingest;

import io.goaltree.kpi.ValueCounts;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param fault why not all of the body was recorded; null when it was
 * @param counts of what was recorded; of a replay, of what was recorded then
 */
record End(@Nullable Refusal fault, ValueCounts counts, boolean isReplayed) {
    static End done(ValueCounts counts, boolean isReplayed) {
        return new End(null, counts, isReplayed);
    }

    static End broken(Refusal fault, ValueCounts counts) {
        return new End(fault, counts, false);
    }

    /** Whether there is nothing to tell but the fault. */
    boolean isRefused() {
        return fault != null && counts.equals(ValueCounts.NONE);
    }
}
