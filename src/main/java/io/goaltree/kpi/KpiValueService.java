package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.IDEMPOTENCY_IN_PROGRESS;
import static io.goaltree.shared.UserErrorCode.IDEMPOTENCY_KEY_REUSED;
import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;

import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Records the values of one call: one transaction, a fixed number of statements, one answer. */
@ApplicationScoped
public class KpiValueService {
    static final Duration REMEMBERED = Duration.ofHours(24);
    static final int KEY_LENGTH = 255;
    private static final int FORGOTTEN_A_CALL = 100;

    private final Recorder recorder;
    private final KeptBehaviours behaviours;
    private final IdempotencyStore answers;
    private final StreamKeyStore streams;
    private final ValueYearService years;
    private final Now now;

    KpiValueService(
            Recorder recorder,
            KeptBehaviours behaviours,
            IdempotencyStore answers,
            StreamKeyStore streams,
            ValueYearService years,
            Now now) {
        this.recorder = recorder;
        this.behaviours = behaviours;
        this.answers = answers;
        this.streams = streams;
        this.years = years;
        this.now = now;
    }

    /** A refusal is about the call as a whole and wrote nothing; what is wrong with one item is in its result. */
    @Transactional
    public Outcome<Recording> record(RecordCall call) {
        Check check = Check.of();
        if (call.values().size() > call.most()) {
            check.refuse(
                    TOO_MANY_ITEMS,
                    "Values has " + call.values().size() + " items; a call may have at most " + call.most(),
                    "values");
        }
        if (call.idempotencyKey() != null) {
            check.text("idempotencyKey", call.idempotencyKey(), KEY_LENGTH);
        }
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        years.prepare(now.instant());
        return call.idempotencyKey() == null
                ? Outcome.done(new Recording(record(call.values(), call.mode()), false))
                : recordOnce(call, call.idempotencyKey());
    }

    private Outcome<Recording> recordOnce(RecordCall call, String key) {
        Instant at = now.instant();
        if (!answers.claim(key) || streams.isHeld(key, at)) {
            return Outcome.refused(inProgress(key));
        }
        byte[] fingerprint = Fingerprint.of(call);
        IdempotencyStore.Remembered first = answers.find(key, at.minus(REMEMBERED));
        if (first != null) {
            return first.recording() == null && Arrays.equals(first.fingerprint(), fingerprint)
                    ? Outcome.done(new Recording(RecordedText.read(first.answer()), true))
                    : Outcome.refused(reused(key));
        }
        List<Recorded> results = record(call.values(), call.mode());
        answers.remember(key, fingerprint, RecordedText.write(results), null, at);
        answers.forgetSome(at.minus(REMEMBERED), FORGOTTEN_A_CALL);
        return Outcome.done(new Recording(results, false));
    }

    private List<Recorded> record(List<ValueToRecord> given, RecordMode mode) {
        ValueDecisions decisions = recorder.record(given, mode);
        behaviours.refresh(decisions.changedKpis(), decisions.appended());
        return decisions.results();
    }

    static Problem inProgress(String key) {
        return Problem.at(
                IDEMPOTENCY_IN_PROGRESS,
                "A call with the idempotency key '" + Check.shortened(key) + "' is still under way; repeat it later",
                "idempotencyKey");
    }

    static Problem reused(String key) {
        return Problem.at(
                IDEMPOTENCY_KEY_REUSED,
                "The idempotency key '" + Check.shortened(key)
                        + "' was used for other values within 24 hours; take a new key",
                "idempotencyKey");
    }
}
