package io.goaltree.review;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.NOISE_NEEDS_REASON;

import io.goaltree.behaviour.Verdict;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiService;
import io.goaltree.shared.Check;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a new objective is to be opened from: a review, and what its KPI says now. */
@ApplicationScoped
public class Openings {
    private static final int REASON_LENGTH = 2_000;

    private final KpiReviewStore reviews;
    private final KpiAnswers kpis;
    private final KeptBehaviours behaviours;
    private final KpiService live;
    private final KpiReviewService service;

    Openings(
            KpiReviewStore reviews,
            KpiAnswers kpis,
            KeptBehaviours behaviours,
            KpiService live,
            KpiReviewService service) {
        this.reviews = reviews;
        this.live = live;
        this.service = service;
        this.kpis = kpis;
        this.behaviours = behaviours;
    }

    /**
     * What an objective is to be opened from; reports why it must not be. Part of the caller's transaction, which has
     * not written yet: a KPI that was never reviewed is held from here on.
     *
     * @param openedFrom the id of a review, or of a KPI for its newest review; null for neither
     * @param despiteNoise kept only when the KPI's verdict is NOISE, and needed then
     */
    public Optional<Opening> read(Check check, @Nullable String openedFrom, @Nullable String despiteNoise) {
        String reason = check.optionalText("despiteNoise", despiteNoise, REASON_LENGTH);
        if (openedFrom == null) {
            refuseReasonAlone(check, reason);
            return Optional.empty();
        }
        Opening opening = opening(check, openedFrom).orElse(null);
        if (opening == null) {
            return Optional.empty();
        }
        boolean isNoise = verdict(opening.kpi()) == Verdict.NOISE;
        if (isNoise && reason == null) {
            check.refuse(
                    NOISE_NEEDS_REASON,
                    "DespiteNoise is empty, but KPI '" + kpis.one(opening.kpi()).key()
                            + "' shows nothing but noise; say why an objective is opened nevertheless",
                    "despiteNoise");
        }
        return Optional.of(new Opening(opening.review(), opening.kpi(), isNoise ? reason : null));
    }

    /** The review that an objective is opened from; where there is none yet, the opening is one. */
    public UUID reviewOf(Opening opening, String title) {
        return opening.review() != null ? opening.review() : service.recordOpening(opening.kpi(), title);
    }

    private Verdict verdict(UUID kpi) {
        return Objects.requireNonNull(behaviours.of(List.of(kpi)).get(kpi)).verdict();
    }

    private Optional<Opening> opening(Check check, String openedFrom) {
        UUID kpi = Ids.parse(Kind.KPI, openedFrom).orElse(null);
        if (kpi == null) {
            return review(check, openedFrom).map(it -> new Opening(it.id, it.kpiId, null));
        }
        return reviews.newest(kpi)
                .map(it -> new Opening(it.id, it.kpiId, null))
                .or(() -> live.requireLive(check, "openedFrom", openedFrom).map(it -> new Opening(null, kpi, null)));
    }

    private Optional<KpiReviewEntity> review(Check check, String openedFrom) {
        Optional<UUID> id = Ids.read(check, "openedFrom", Kind.KPI_REVIEW, openedFrom);
        Optional<KpiReviewEntity> review = id.map(reviews::findById);
        if (id.isPresent() && review.isEmpty()) {
            Ids.notFound(check, "openedFrom", Kind.KPI_REVIEW, openedFrom);
        }
        return review;
    }

    private static void refuseReasonAlone(Check check, @Nullable String reason) {
        if (reason != null) {
            check.refuse(
                    INVALID_VALUE,
                    "DespiteNoise is '" + Check.shortened(reason)
                            + "', but there is no openedFrom whose noise it could be about",
                    "despiteNoise");
        }
    }
}
