package io.goaltree.cycle;

import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides how a cycle lives: PLANNED, ACTIVE, CLOSING, CLOSED, and back to CLOSING. Whoever moves it on holds its row for
 * itself, whoever writes into it shares the row: so no write that found it open is committed after it was closed. The row is
 * locked before the first write, and before the row of any objective or key result, else two of them wait for each other.
 */
@ApplicationScoped
public class CycleLifeService {
    private final CycleStore store;
    private final CycleService cycles;
    private final CycleAnswers answers;
    private final Now now;

    CycleLifeService(CycleStore store, CycleService cycles, CycleAnswers answers, Now now) {
        this.store = store;
        this.cycles = cycles;
        this.answers = answers;
        this.now = now;
    }

    /** A cycle that is held until the end of the transaction, and the state it is in. */
    public record Held(UUID id, String key, CycleState state) {

        /** Reports WRONG_STATE unless the cycle is in the state from which this step leads on. */
        public void require(Check check, CycleState from, String what) {
            if (state != from) {
                check.refuse(
                        WRONG_STATE,
                        "Cycle '" + key + "' is " + state + "; only one that is " + from + " can " + what,
                        "cycle");
            }
        }
    }

    /** ACTIVE becomes CLOSING: scores can be set, late check-ins are still taken. CLOSING already changes nothing. */
    @Transactional
    public Outcome<Cycle> beginClosing(CycleStateInput input) {
        Check check = Check.of("input");
        Optional<Held> cycle = hold(check, input.cycle);
        if (cycle.isPresent() && cycle.get().state() != CycleState.CLOSING) {
            cycle.get().require(check, CycleState.ACTIVE, "begin closing");
        }
        if (check.failed() || cycle.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        if (cycle.get().state() != CycleState.CLOSING) {
            CycleEntity row = store.findById(cycle.get().id());
            row.state = CycleState.CLOSING;
            touch(row);
        }
        return Outcome.done(answers.one(cycle.get().id()));
    }

    /**
     * The cycle that an input names in its field {@code cycle}, held against all who write into it; reports NOT_FOUND.
     * Part of the caller's transaction.
     */
    public Optional<Held> hold(Check check, String keyOrId) {
        return cycles.reference(check, "cycle", keyOrId).map(id -> {
            CycleEntity row = store.findById(id);
            store.getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE);
            return new Held(id, row.key, row.state);
        });
    }

    /** Writes that a held cycle is closed. Part of the caller's transaction. */
    public void close(Held cycle) {
        CycleEntity row = store.findById(cycle.id());
        row.state = CycleState.CLOSED;
        row.closedAt = now.instant();
        touch(row);
    }

    /** Writes that a held cycle is CLOSING again, and why. Part of the caller's transaction. */
    public void reopen(Held cycle, String reason) {
        CycleEntity row = store.findById(cycle.id());
        row.state = CycleState.CLOSING;
        row.closedAt = null;
        row.reopenedReason = reason;
        touch(row);
    }

    private void touch(CycleEntity row) {
        row.updatedAt = now.instant();
        store.flush();
    }
}
