package io.goaltree.review;

import io.goaltree.kpi.Kpi;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to what is waiting for a review. */
@GraphQLApi
public class ReviewsDueApi {
    private final ReviewsDue due;

    ReviewsDueApi(ReviewsDue due) {
        this.due = due;
    }

    @Query
    @NonNull
    public List<@NonNull Kpi> reviewsDue(@Nullable String team, @Nullable LocalDate on) {
        return due.of(team, on);
    }
}
