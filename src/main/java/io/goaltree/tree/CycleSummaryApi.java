package io.goaltree.tree;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to cycle summaries. */
@GraphQLApi
public class CycleSummaryApi {
    private final CycleSummaryService summaries;

    CycleSummaryApi(CycleSummaryService summaries) {
        this.summaries = summaries;
    }

    @Query
    public @Nullable CycleSummary cycleSummary(@NonNull String cycle) {
        return summaries.summary(cycle).orElse(null);
    }
}
