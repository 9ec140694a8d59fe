package io.goaltree.review;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiBehaviour;
import io.goaltree.objective.Objective;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to reviews, from the KPI's side and from the objective's. */
@GraphQLApi
public class KpiReviewApi {
    private final KpiReviewService service;
    private final KpiReviewAnswers answers;
    private final OpenedAnswers opened;
    private final Pages pages;

    KpiReviewApi(KpiReviewService service, KpiReviewAnswers answers, OpenedAnswers opened, Pages pages) {
        this.service = service;
        this.answers = answers;
        this.opened = opened;
        this.pages = pages;
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiReviewPayload kpiReviewRecord(@NonNull KpiReviewRecordInput input) {
        return KpiReviewPayload.of(Attempts.attempt(() -> service.record(input)));
    }

    @Name("reviews")
    @NonNull
    public KpiReviewConnection reviews(@Source Kpi kpi, @Nullable Integer first, @Nullable String after) {
        PageRequest page = pages.read("reviews " + kpi.id(), first, after, null, null);
        return answers.page(kpi, page)
                .connect(
                        review -> pages.cursor(page, KpiReviewAnswers.position(review)),
                        KpiReviewEdge::new,
                        KpiReviewConnection::new);
    }

    @Name("kpi")
    @NonNull
    public Kpi kpi(@Source KpiReview review) {
        return answers.kpiOf(review);
    }

    @Name("behaviour")
    @NonNull
    public KpiBehaviour behaviour(@Source KpiReview review) {
        return KpiBehaviour.of(review.seen());
    }

    @Name("objectives")
    @NonNull
    public List<@NonNull Objective> objectives(@Source KpiReview review) {
        return opened.objectives(review);
    }

    @Name("openedFrom")
    public @Nullable KpiReview openedFrom(@Source Objective objective) {
        return opened.openedFrom(objective);
    }
}
