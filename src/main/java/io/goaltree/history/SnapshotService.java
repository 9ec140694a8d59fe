package io.goaltree.history;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.edge.Reading;
import io.goaltree.edge.RequestRefused;
import io.goaltree.history.SnapshotStore.Settling;
import io.goaltree.shared.UserErrorCode;
import io.goaltree.time.Now;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets reads see one state of the database: the present one, or that of a past instant. The statements are the same; only
 * where their tables are found differs. While a read runs, {@link Now} stands still at the instant of its state, and what is
 * loaded later for the same answer is read as of that instant.
 */
@ApplicationScoped
public class SnapshotService {
    /** Shorter than a request may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

    /** Longer than any transaction lasts, and than clocks differ. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);

    private final SnapshotStore store;
    private final Now now;

    SnapshotService(SnapshotStore store, Now now) {
        this.store = store;
        this.now = now;
    }

    /**
     * Reads as of an instant: what was committed up to it, nothing of what came later.
     *
     * @param asOf null to read what is there now, without a snapshot
     * @throws RequestRefused when the instant is yet to come
     */
    public <T> T at(@Nullable Instant asOf, Supplier<T> read) {
        return at("asOf", asOf, read);
    }

    /**
     * The same for an instant that the caller gave under another name.
     *
     * @param argument what a refusal calls it
     */
    public <T> T at(String argument, @Nullable Instant asOf, Supplier<T> read) {
        if (asOf == null) {
            return read.get();
        }
        Instant instant = asOf.truncatedTo(ChronoUnit.MICROS);
        if (instant.isAfter(now.instant().minus(UNDER_WAY))) {
            refuseUnsettled(argument, instant, store.settle(instant, PATIENCE));
        }
        return past(instant.isBefore(BEGINNING) ? BEGINNING : instant, read);
    }

    /** Reads one state of the database: the present one, or the one this thread reads already. */
    public <T> T read(Supplier<T> read) {
        if (Reading.current() != null) {
            return read.get();
        }
        Instant settled = store.settled();
        return QuarkusTransaction.requiringNew().call(() -> {
            store.begin();
            Instant last = store.last();
            Instant instant = last.isAfter(settled) ? last : settled;
            return new Reading(instant, again -> past(instant, again)).during(read);
        });
    }

    /**
     * Reads the present state of the database in one piece, or the one this thread reads already. What is loaded later
     * for the answer is read as it is then.
     */
    public <T> T present(Supplier<T> read) {
        if (Reading.current() != null) {
            return read.get();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            store.begin();
            return read.get();
        });
    }

    /**
     * Reads what is there for all, in the transaction under way: for sums, of which a caller who does not see everything may
     * be told what they come to.
     */
    public <T> T whole(Supplier<T> read) {
        if (Asking.current().isWhole()) {
            return read.get();
        }
        store.sight(true);
        try {
            T all = Asking.whole(read);
            store.sight(false);
            return all;
        } catch (RuntimeException e) {
            // Nothing more is read in this transaction, which may still see everything.
            QuarkusTransaction.setRollbackOnly();
            throw e;
        }
    }

    /**
     * Reads what the caller sees, for a decision that sees everything: what it says to them must name nothing else. What the
     * decision has not committed is not in it.
     */
    public <T> T seen(Supplier<T> read) {
        Who caller = Asking.current().who();
        return caller.isLimited()
                ? Asking.as(caller, () -> QuarkusTransaction.requiringNew().call(read::get))
                : read.get();
    }

    private static void refuseUnsettled(String argument, Instant asOf, Settling settling) {
        if (asOf.isAfter(settling.present())) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    argument + " is " + asOf + "; it must not be after now, " + settling.present());
        }
        if (!settling.isSettled()) {
            throw new RequestRefused(
                    UserErrorCode.OUT_OF_RANGE,
                    argument + " is " + asOf + "; a change of that time is still being written, ask again in a moment");
        }
    }

    private <T> T past(Instant instant, Supplier<T> read) {
        Reading current = Reading.current();
        if (current != null && current.instant().equals(instant)) {
            return read.get();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            store.begin();
            store.travel(instant);
            return new Reading(instant, again -> past(instant, again)).during(read);
        });
    }
}
