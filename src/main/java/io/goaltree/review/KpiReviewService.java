package io.goaltree.review;

import io.goaltree.access.Asking;
import io.goaltree.behaviour.Behaviour;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiService;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Decides on reviews. */
@ApplicationScoped
public class KpiReviewService {
    private static final int TEXT_LENGTH = 4_000;

    private final KpiReviewStore reviews;
    private final KpiReviewAnswers answers;
    private final KpiService kpis;
    private final KpiAnswers known;
    private final KeptBehaviours behaviours;
    private final Now now;

    KpiReviewService(
            KpiReviewStore reviews,
            KpiReviewAnswers answers,
            KpiService kpis,
            KpiAnswers known,
            KeptBehaviours behaviours,
            Now now) {
        this.known = known;
        this.reviews = reviews;
        this.answers = answers;
        this.kpis = kpis;
        this.behaviours = behaviours;
        this.now = now;
    }

    /** Keeps what people made of a KPI, and what they saw. The KPI is held, so that what they saw is of one moment. */
    @Transactional
    public Outcome<KpiReview> record(KpiReviewRecordInput input) {
        Check check = Check.of("input");
        Optional<Kpi> kpi = kpis.requireLive(check, "kpi", input.kpi);
        String whatChanged = check.text("whatChanged", input.whatChanged, TEXT_LENGTH);
        String whyItMatters = check.optionalText("whyItMatters", input.whyItMatters, TEXT_LENGTH);
        String whatToTestNext = check.optionalText("whatToTestNext", input.whatToTestNext, TEXT_LENGTH);
        if (check.failed() || kpi.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        KpiReviewEntity row = asSeen(kpi.get());
        row.whatChanged = whatChanged;
        row.whyItMatters = whyItMatters;
        row.whatToTestNext = whatToTestNext;
        row.decision = input.decision;
        reviews.persistAndFlush(row);
        return Outcome.done(answers.one(row.id));
    }

    /** The review that lies in opening an objective from a KPI. Part of the caller's transaction, which holds the KPI. */
    UUID recordOpening(UUID kpi, String title) {
        KpiReviewEntity row = asSeen(known.one(kpi));
        row.whatChanged = "Objective '" + title + "' was opened from it";
        row.decision = ReviewDecision.OPEN_OBJECTIVE;
        reviews.persistAndFlush(row);
        return row.id;
    }

    private KpiReviewEntity asSeen(Kpi kpi) {
        UUID id = Ids.uuid(Kind.KPI, kpi.id());
        Behaviour seen = Objects.requireNonNull(behaviours.of(List.of(id)).get(id));
        KpiReviewEntity row = new KpiReviewEntity();
        row.kpiId = id;
        row.authorId = Asking.current().who().person();
        row.recordedAt = now.instant();
        row.health = kpi.health();
        row.behaviour = BehaviourText.write(seen);
        return row;
    }
}
