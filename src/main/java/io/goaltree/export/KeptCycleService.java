package io.goaltree.export;

import io.goaltree.access.Asking;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.time.Now;
import io.goaltree.tree.PrivateCounts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what the service says of cycles as rows, for those who read by SQL. Nothing in here runs in a writer's transaction. */
@ApplicationScoped
class KeptCycleService {
    /**
     * Rows and how old they are.
     *
     * @param seen the snapshot they were read in
     */
    private record Read(Optional<CycleRows> rows, LocalDate day, String seen) {}

    private final CycleRowService rows;
    private final KeptCycleStore store;
    private final SnapshotService snapshots;
    private final Now now;
    private final KeptRowsReach reach;
    private final String edition;

    KeptCycleService(
            CycleRowService rows,
            KeptCycleStore store,
            SnapshotService snapshots,
            Now now,
            PaceLimits limits,
            PrivateCounts counts,
            KeptRowsReach reach) {
        this.rows = rows;
        this.store = store;
        this.snapshots = snapshots;
        this.now = now;
        this.reach = reach;
        this.edition = Integer.toHexString(List.of(
                        KeptCycleStore.SUMMARIES.shape(),
                        KeptCycleStore.KEY_RESULTS.shape(),
                        limits.toString(),
                        counts.toString(),
                        reach.toString(),
                        now.zone().getId())
                .hashCode());
    }

    /** Brings the rows of a cycle up to date; false when another replica is doing that just now. */
    boolean refresh(UUID cycle) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!store.lock(cycle)) {
                return false;
            }
            keep(cycle);
            return true;
        });
    }

    /** The same, unless the rows know all of these transactions already. */
    boolean refresh(UUID cycle, Collection<String> transactions) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!store.lock(cycle)) {
                return false;
            }
            if (!store.isSeen(cycle, transactions, now.today(), edition)) {
                keep(cycle);
            }
            return true;
        });
    }

    private void keep(UUID cycle) {
        Read read = Asking.as(
                reach.reader(),
                () -> snapshots.read(
                        () -> new Read(rows.all(Ids.of(Kind.CYCLE, cycle)), now.today(), store.snapshot())));
        read.rows()
                .ifPresentOrElse(
                        found -> store.keep(cycle, found, read.day(), edition, read.seen()), () -> store.forget(cycle));
    }

    /** Every cycle whose rows may be behind. */
    List<UUID> behind() {
        return snapshots.present(() -> store.behind(now.today(), edition));
    }

    /** The open cycles whose rows are of another day. */
    List<UUID> ofAnotherDay() {
        return snapshots.present(() -> store.ofAnotherDay(now.today()));
    }

    List<UUID> all() {
        return snapshots.present(store::all);
    }

    /** The cycles with rows that name one of these teams, people or KPIs, or whose numbers rest on one, or that lost it. */
    Set<UUID> naming(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : snapshots.present(() -> store.naming(ids));
    }
}
