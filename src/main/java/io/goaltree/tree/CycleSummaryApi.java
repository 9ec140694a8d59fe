package io.goaltree.tree;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
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
    public @Nullable CycleSummary cycleSummary(@NonNull String cycle, @Nullable Instant asOf) {
        return summaries.summary(cycle, asOf).orElse(null);
    }
}
