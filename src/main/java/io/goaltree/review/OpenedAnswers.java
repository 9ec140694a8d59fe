package io.goaltree.review;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the way from reviews to objectives and back, for all that were loaded together. */
@ApplicationScoped
class OpenedAnswers {
    private static final String OBJECTIVES = "objectives";
    private static final String OPENED_FROM = "openedFrom";

    private final OpenedStore opened;
    private final ObjectiveAnswers objectives;
    private final KpiReviewAnswers reviews;

    OpenedAnswers(OpenedStore opened, ObjectiveAnswers objectives, KpiReviewAnswers reviews) {
        this.opened = opened;
        this.objectives = objectives;
        this.reviews = reviews;
    }

    List<Objective> objectives(KpiReview review) {
        Map<UUID, List<Objective>> all = review.batch().once(OBJECTIVES, this::objectives);
        return all.getOrDefault(Ids.uuid(Kind.KPI_REVIEW, review.id()), List.of());
    }

    @Nullable
    KpiReview openedFrom(Objective objective) {
        Map<UUID, KpiReview> all = objective.batch().once(OPENED_FROM, this::openedFrom);
        return all.get(Ids.uuid(Kind.OBJECTIVE, objective.id()));
    }

    private Map<UUID, List<Objective>> objectives(Set<UUID> reviewIds) {
        Map<UUID, UUID> pairs = opened.openedFrom(reviewIds);
        Map<UUID, Objective> answers = objectives.nodesById(pairs.keySet());
        Map<UUID, List<Objective>> byReview = new HashMap<>();
        pairs.forEach((objective, review) -> {
            Objective answer = answers.get(objective);
            if (answer != null) {
                byReview.computeIfAbsent(review, id -> new ArrayList<>()).add(answer);
            }
        });
        return byReview;
    }

    private Map<UUID, KpiReview> openedFrom(Set<UUID> objectiveIds) {
        Map<UUID, UUID> pairs = opened.reviewsOf(objectiveIds);
        Map<UUID, KpiReview> answers = reviews.nodesById(new HashSet<>(pairs.values()));
        Map<UUID, KpiReview> byObjective = new HashMap<>();
        pairs.forEach((objective, review) -> {
            KpiReview answer = answers.get(review);
            if (answer != null) {
                byObjective.put(objective, answer);
            }
        });
        return byObjective;
    }
}
