package io.goaltree.kpi;

import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Removes the answers to calls with an idempotency key that can no longer be asked for. */
@ApplicationScoped
public class IdempotencySweepService {
    private static final int AT_ONCE = 5_000;

    private final IdempotencyStore answers;
    private final StreamKeyStore streams;
    private final Now now;

    IdempotencySweepService(IdempotencyStore answers, StreamKeyStore streams, Now now) {
        this.answers = answers;
        this.streams = streams;
        this.now = now;
    }

    /** Removes some, in one short transaction; how many rows, 0 when nothing is left. */
    @Transactional
    public int sweepSome() {
        Instant until = now.instant().minus(KpiValueService.REMEMBERED);
        // In this order: parts stay as long as an answer or a claim needs them.
        return answers.forgetSome(until, AT_ONCE)
                + streams.forgetSomeClaims(until, AT_ONCE)
                + streams.forgetSomeParts(until, AT_ONCE);
    }
}
