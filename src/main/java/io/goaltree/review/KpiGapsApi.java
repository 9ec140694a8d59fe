package io.goaltree.review;

import io.goaltree.edge.Pages;
import io.goaltree.history.SnapshotService;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to KPIs that are not where they should be. */
@GraphQLApi
public class KpiGapsApi {
    private final KpiGaps gaps;
    private final Pages pages;
    private final SnapshotService snapshots;

    KpiGapsApi(KpiGaps gaps, Pages pages, SnapshotService snapshots) {
        this.snapshots = snapshots;
        this.gaps = gaps;
        this.pages = pages;
    }

    @Query
    @NonNull
    public List<@NonNull KpiGap> kpiGaps(@Nullable String team, @Nullable Integer first) {
        int size = pages.read("kpiGaps", first, null, null, null).size();
        return snapshots.present(() -> gaps.of(team, size));
    }
}
