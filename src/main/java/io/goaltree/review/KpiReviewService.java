package io.goaltree.review;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.Kpi;
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
    private final KeptBehaviours behaviours;
    private final Now now;

    KpiReviewService(
            KpiReviewStore reviews, KpiReviewAnswers answers, KpiService kpis, KeptBehaviours behaviours, Now now) {
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
        UUID id = Ids.uuid(Kind.KPI, kpi.get().id());
        Behaviour seen = Objects.requireNonNull(behaviours.of(List.of(id)).get(id));
        KpiReviewEntity row = new KpiReviewEntity();
        row.kpiId = id;
        row.whatChanged = whatChanged;
        row.whyItMatters = whyItMatters;
        row.whatToTestNext = whatToTestNext;
        row.decision = input.decision;
        row.recordedAt = now.instant();
        row.health = kpi.get().health();
        row.behaviour = BehaviourText.write(seen);
        reviews.persistAndFlush(row);
        return Outcome.done(answers.one(row.id));
    }
}
