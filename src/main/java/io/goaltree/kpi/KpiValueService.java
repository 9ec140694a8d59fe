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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records values. A call is one transaction and a fixed number of statements; it holds the lock of its KPIs, so what it
 * compares with is what it replaces, and every revision is a true change.
 */
@ApplicationScoped
public class KpiValueService {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int KEY_LENGTH = 255;

    private final KpiStore kpis;
    private final KpiValueStore values;
    private final KeptBehaviours behaviours;
    private final IdempotencyStore answers;
    private final Now now;
    private final KpiGrace grace;
    private final ValueYearService years;

    KpiValueService(
            KpiStore kpis,
            KpiValueStore values,
            KeptBehaviours behaviours,
            IdempotencyStore answers,
            Now now,
            KpiGrace grace,
            ValueYearService years) {
        this.kpis = kpis;
        this.values = values;
        this.behaviours = behaviours;
        this.answers = answers;
        this.now = now;
        this.grace = grace;
        this.years = years;
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
        if (!answers.claim(key)) {
            return refused(Problem.at(
                    IDEMPOTENCY_IN_PROGRESS,
                    "A call with the idempotency key '" + Check.shortened(key)
                            + "' is still under way; repeat it later",
                    "idempotencyKey"));
        }
        Instant at = now.instant();
        byte[] fingerprint = Fingerprint.of(call);
        IdempotencyStore.Remembered first = answers.find(key, at.minus(REMEMBERED));
        if (first != null) {
            return Arrays.equals(first.fingerprint(), fingerprint)
                    ? Outcome.done(new Recording(RecordedText.read(first.answer()), true))
                    : refused(Problem.at(
                            IDEMPOTENCY_KEY_REUSED,
                            "The idempotency key '" + Check.shortened(key)
                                    + "' was used for other values within 24 hours; take a new key",
                            "idempotencyKey"));
        }
        List<Recorded> results = record(call.values(), call.mode());
        answers.remember(key, fingerprint, RecordedText.write(results), at);
        answers.forgetSome(at.minus(REMEMBERED));
        return Outcome.done(new Recording(results, false));
    }

    private List<Recorded> record(List<ValueToRecord> given, RecordMode mode) {
        Set<String> references = new HashSet<>();
        given.stream().map(ValueToRecord::kpi).filter(Objects::nonNull).forEach(references::add);
        Map<String, KpiEntity> known = kpis.referencedAndLocked(references);
        // After the lock: of two who correct the same value, the later one is also recorded later.
        Instant at = now.instant();
        Set<UUID> ids = known.values().stream().map(kpi -> kpi.id).collect(Collectors.toSet());
        ValueReader reader = new ValueReader(known, kpis.definitions(ids), at, grace.days());
        ValueDecisions decisions = ValueDecisions.read(given, reader, mode);
        List<ReadValue> accepted = decisions.accepted();
        decisions.compare(accepted.isEmpty() ? List.of() : values.existing(accepted));
        values.insert(decisions.createdIds, decisions.created, at);
        values.replace(decisions.updatedIds, decisions.updated, at);
        behaviours.refresh(decisions.changedKpis(), decisions.appended());
        return decisions.results();
    }

    private static Outcome<Recording> refused(Problem problem) {
        return Outcome.refused(problem);
    }
}
