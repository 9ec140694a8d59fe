package io.goaltree.review;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.NOISE_NEEDS_REASON;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.behaviour.Verdict;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
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

    Openings(KpiReviewStore reviews, KpiAnswers kpis, KeptBehaviours behaviours) {
        this.reviews = reviews;
        this.kpis = kpis;
        this.behaviours = behaviours;
    }

    /**
     * What an objective is to be opened from; reports why it must not be.
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
        KpiReviewEntity review = review(check, openedFrom).orElse(null);
        if (review == null) {
            return Optional.empty();
        }
        boolean isNoise = verdict(review.kpiId) == Verdict.NOISE;
        if (isNoise && reason == null) {
            check.refuse(
                    NOISE_NEEDS_REASON,
                    "DespiteNoise is empty, but KPI '" + kpis.one(review.kpiId).key()
                            + "' shows nothing but noise; say why an objective is opened nevertheless",
                    "despiteNoise");
        }
        return Optional.of(new Opening(review.id, isNoise ? reason : null));
    }

    private Verdict verdict(UUID kpi) {
        return Objects.requireNonNull(behaviours.of(List.of(kpi)).get(kpi)).verdict();
    }

    private Optional<KpiReviewEntity> review(Check check, String openedFrom) {
        UUID kpi = Ids.parse(Kind.KPI, openedFrom).orElse(null);
        if (kpi != null) {
            return newestReview(check, openedFrom, kpi);
        }
        Optional<UUID> id = Ids.read(check, "openedFrom", Kind.KPI_REVIEW, openedFrom);
        Optional<KpiReviewEntity> review = id.map(reviews::findById);
        if (id.isPresent() && review.isEmpty()) {
            Ids.notFound(check, "openedFrom", Kind.KPI_REVIEW, openedFrom);
        }
        return review;
    }

    private Optional<KpiReviewEntity> newestReview(Check check, String id, UUID kpi) {
        Optional<KpiReviewEntity> newest = reviews.newest(kpi);
        if (newest.isEmpty()) {
            Kpi known = kpis.nodesById(List.of(kpi)).get(kpi);
            if (known == null) {
                Ids.notFound(check, "openedFrom", Kind.KPI, id);
            } else {
                check.refuse(
                        WRONG_STATE,
                        "Kpi '" + known.key() + "' has no review yet; record one first, with kpiReviewRecord",
                        "openedFrom");
            }
        }
        return newest;
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
