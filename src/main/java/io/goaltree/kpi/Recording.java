package io.goaltree.kpi;

import java.util.List;

/**
 * What became of a call.
 *
 * @param results one for each item, in the order of the items
 * @param replayed whether this is the remembered answer to an earlier call with the same idempotency key
 */
public record Recording(List<Recorded> results, boolean replayed) {
    public Recording {
        results = List.copyOf(results);
    }

    public int count(RecordStatus status) {
        return (int) results.stream().filter(it -> it.status() == status).count();
    }
}
