package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.IDEMPOTENCY_IN_PROGRESS;

import io.goaltree.edge.Attempts;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.time.Now;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records streams of any length. What the values of a KPI say is not read again with every part of a long stream but once, at
 * its end; until then it is computed by whoever asks.
 */
@ApplicationScoped
public class ValueStreamService {
    /** Longer than a caller may be silent. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private static final int PARTS_AT_ONCE = 20;

    private final Recorder recorder;
    private final KeptBehaviours behaviours;
    private final KpiStore kpis;
    private final IdempotencyStore answers;
    private final StreamKeyStore keys;
    private final ValueYearService years;
    private final Now now;

    ValueStreamService(
            Recorder recorder,
            KeptBehaviours behaviours,
            KpiStore kpis,
            IdempotencyStore answers,
            StreamKeyStore keys,
            ValueYearService years,
            Now now) {
        this.recorder = recorder;
        this.behaviours = behaviours;
        this.kpis = kpis;
        this.answers = answers;
        this.keys = keys;
        this.years = years;
        this.now = now;
    }

    /**
     * Begins a stream.
     *
     * @param key under which its answer shall be remembered, null when it need not be
     * @param form of the stream: the same values in another form are another call
     * @return refused with INVALID_VALUE for a key that is none, with IDEMPOTENCY_IN_PROGRESS while another call has it
     */
    public Outcome<ValueStream> open(@Nullable String key, String form) {
        years.prepare(now.instant());
        if (key == null) {
            return Outcome.done(new RecordingStream(this, null, null, form));
        }
        Check check = Check.of();
        check.text("idempotencyKey", key, KpiValueService.KEY_LENGTH);
        return check.failed() ? Outcome.refused(check.problems()) : transaction(() -> claim(key, form));
    }

    private Outcome<ValueStream> claim(String key, String form) {
        Instant at = now.instant();
        StreamKey own = new StreamKey(key, KpiValueStore.newId());
        if (!answers.claim(key)) {
            return Outcome.refused(KpiValueService.inProgress(key));
        }
        if (!keys.claim(key, own.recording(), at, at.plus(HELD))) {
            return Outcome.refused(KpiValueService.inProgress(key));
        }
        // After the claim: who held it until a moment ago may have finished.
        IdempotencyStore.Remembered first = answers.find(key, at.minus(KpiValueService.REMEMBERED));
        if (first != null) {
            keys.release(key, own.recording());
        }
        return Outcome.done(new RecordingStream(this, own, first, form));
    }

    /** One part, committed. */
    record Part(List<Recorded> results, Set<UUID> changed, String told) {}

    /**
     * @param number of the part, from 1 on; what the first one changes is read at once
     * @param told what is remembered of it
     */
    Outcome<Part> record(
            @Nullable StreamKey key, int number, List<ValueToRecord> part, Function<List<Recorded>, String> told) {
        return Attempts.attempt(() -> transaction(() -> {
            Instant at = now.instant();
            if (key != null && !keys.hold(key.key(), key.recording(), at.plus(HELD))) {
                return Outcome.refused(lost(key));
            }
            ValueDecisions decisions = recorder.record(part, RecordMode.PARTIAL);
            if (number == 1) {
                behaviours.refresh(decisions.changedKpis(), decisions.appended());
            } else {
                behaviours.lapse(decisions.changedKpis());
            }
            String text = told.apply(decisions.results());
            if (key != null && !text.isEmpty()) {
                keys.add(key.recording(), number, text, at);
            }
            return Outcome.done(new Part(decisions.results(), decisions.changedKpis(), text));
        }));
    }

    /** Reads what these KPIs say, some in a transaction, so that nobody waits long for one of them. */
    void read(@Nullable StreamKey key, Set<UUID> changed, Runnable alive) {
        for (Set<UUID> some : transaction(() -> behaviours.inParts(changed))) {
            Attempts.attempt(() -> transaction(() -> {
                // Whoever has the key by now: what this stream has recorded must be read.
                if (key != null) {
                    keys.hold(key.key(), key.recording(), now.instant().plus(HELD));
                }
                kpis.lock(some);
                behaviours.refresh(behaviours.lapsed(some));
                return Outcome.done(some.size());
            }));
            alive.run();
        }
    }

    /** Remembers the end of a stream, and with it all its parts; refused when another call has its key by now. */
    Outcome<Boolean> remember(StreamKey key, byte[] fingerprint, ValueCounts counts) {
        return transaction(() -> {
            Instant at = now.instant();
            if (!keys.hold(key.key(), key.recording(), at.plus(HELD))) {
                return Outcome.refused(lost(key));
            }
            answers.remember(key.key(), fingerprint, CountsText.write(counts), key.recording(), at);
            keys.release(key.key(), key.recording());
            return Outcome.done(false);
        });
    }

    void release(StreamKey key) {
        transaction(() -> {
            keys.release(key.key(), key.recording());
            return true;
        });
    }

    List<StreamKeyStore.Part> parts(UUID recording, int after) {
        return transaction(() -> keys.parts(recording, after, PARTS_AT_ONCE));
    }

    static Problem lost(StreamKey key) {
        return Problem.at(
                IDEMPOTENCY_IN_PROGRESS,
                "This stream stood still for more than " + HELD.toMinutes() + " minutes; another call with the"
                        + " idempotency key '" + Check.shortened(key.key()) + "' has taken its place",
                "idempotencyKey");
    }

    private static <T> T transaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
