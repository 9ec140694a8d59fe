package io.goaltree.tree;

import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleAnswers;
import io.goaltree.cycle.CycleClosed;
import io.goaltree.cycle.CycleLifeService;
import io.goaltree.cycle.CycleLifeService.Held;
import io.goaltree.cycle.CycleReopened;
import io.goaltree.cycle.CycleState;
import io.goaltree.keyresult.ScoreService;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import io.goaltree.tree.GoalRows.FrozenRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Closes cycles and opens them again: one transaction, and a number of statements that does not depend on the size. */
@ApplicationScoped
public class ClosingService {
    private static final int REASON_LENGTH = 2_000;

    private final ClosingStore store;
    private final GoalStore goals;
    private final CycleLifeService lives;
    private final CycleAnswers cycles;
    private final ObjectiveService objectives;
    private final ScoreService scores;
    private final PaceLimits limits;
    private final Now now;
    private final Event<CycleClosed> closed;
    private final Event<CycleReopened> reopened;

    ClosingService(
            ClosingStore store,
            GoalStore goals,
            CycleLifeService lives,
            CycleAnswers cycles,
            ObjectiveService objectives,
            ScoreService scores,
            PaceLimits limits,
            Now now,
            Event<CycleClosed> closed,
            Event<CycleReopened> reopened) {
        this.store = store;
        this.goals = goals;
        this.lives = lives;
        this.cycles = cycles;
        this.objectives = objectives;
        this.scores = scores;
        this.limits = limits;
        this.now = now;
        this.closed = closed;
        this.reopened = reopened;
    }

    /** CLOSING becomes CLOSED: everything in the cycle stays as it stands now. A cycle that is CLOSED already stays so. */
    @Transactional
    public Outcome<Cycle> close(CycleCloseInput input) {
        Check check = Check.of("input");
        Optional<Held> cycle = lives.hold(check, input.cycle);
        boolean isClosed = cycle.isPresent() && cycle.get().state() == CycleState.CLOSED;
        if (cycle.isPresent() && !isClosed) {
            cycle.get().require(check, CycleState.CLOSING, "be closed");
        }
        if (check.failed() || cycle.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        if (!isClosed) {
            freeze(cycle.get());
        }
        return Outcome.done(cycles.one(cycle.get().id()));
    }

    private void freeze(Held cycle) {
        UUID id = cycle.id();
        store.holdKpis(id);
        GoalRows rows = goals.rows(Set.of(id));
        List<FrozenRow> frozen =
                new Closing(id, rows, scores.scores(id), store.committed(id), now.today(), limits).rows();
        store.insert(id, frozen);
        objectives.freeze(id);
        scores.freeze(id);
        lives.close(cycle);
        closed.fire(new CycleClosed(id));
    }

    /** CLOSED becomes CLOSING: what was frozen is gone, and everything computed again. Scores that were set stay set. */
    @Transactional
    public Outcome<Cycle> reopen(CycleReopenInput input) {
        Check check = Check.of("input");
        Optional<Held> cycle = lives.hold(check, input.cycle);
        String reason = check.text("reason", input.reason, REASON_LENGTH);
        cycle.ifPresent(held -> held.require(check, CycleState.CLOSED, "be reopened"));
        if (check.failed() || cycle.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        UUID id = cycle.get().id();
        store.delete(id);
        objectives.thaw(id);
        scores.thaw(id);
        lives.reopen(cycle.get(), reason);
        reopened.fire(new CycleReopened(id));
        return Outcome.done(cycles.one(id));
    }
}
