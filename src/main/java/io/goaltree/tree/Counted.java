package io.goaltree.tree;

import io.goaltree.access.Asking;
import io.goaltree.history.SnapshotService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Reads what counts for a caller in the transaction under way: all there is, or what they see. */
@ApplicationScoped
class Counted {
    private final SnapshotService snapshots;
    private final PrivateCounts counts;

    Counted(SnapshotService snapshots, PrivateCounts counts) {
        this.snapshots = snapshots;
        this.counts = counts;
    }

    /** Whether nothing counts for the caller but what they see. */
    boolean isSeen() {
        return Asking.current().isWhole() || !counts.isOn();
    }

    <T> T read(Supplier<T> rows) {
        return isSeen() ? rows.get() : snapshots.whole(rows);
    }
}
