package io.goaltree.review;

import io.goaltree.edge.UserError;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record KpiReviewPayload(@Nullable KpiReview kpiReview, List<@NonNull UserError> userErrors) {

    public static KpiReviewPayload of(Outcome<KpiReview> outcome) {
        return new KpiReviewPayload(outcome.object(), UserError.of(outcome.problems()));
    }
}
