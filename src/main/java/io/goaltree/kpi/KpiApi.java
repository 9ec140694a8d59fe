package io.goaltree.kpi;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.edge.Singles;
import io.goaltree.history.SnapshotService;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The door to KPIs. */
@GraphQLApi
public class KpiApi {
    private final KpiService kpis;
    private final KpiAnswers answers;
    private final KpiBehaviourAnswers behaviours;
    private final Pages pages;
    private final SnapshotService snapshots;

    KpiApi(
            KpiService kpis,
            KpiAnswers answers,
            KpiBehaviourAnswers behaviours,
            Pages pages,
            SnapshotService snapshots) {
        this.behaviours = behaviours;
        this.kpis = kpis;
        this.answers = answers;
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @Query
    public @Nullable Kpi kpi(@Id @Nullable String id, @Nullable String key, @Nullable Instant asOf) {
        String wanted = Singles.idOrKey("kpi", id, key);
        return snapshots
                .at(
                        asOf,
                        () -> snapshots.present(() -> {
                            Optional<Kpi> found = answers.find(wanted);
                            found.ifPresent(kpi -> behaviours.ahead(kpi.batch()));
                            return found;
                        }))
                .orElse(null);
    }

    @Query
    @NonNull
    public KpiConnection kpis(
            @Nullable KpiFilter filter,
            @Nullable KpiOrder orderBy,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        KpiOrder order = orderBy == null ? KpiOrder.KEY_ASC : orderBy;
        KpiQuery query = answers.query(filter).orElse(null);
        PageRequest page = pages.read("kpis " + order + " " + query, first, after, last, before);
        Page<Kpi> found = query == null ? Page.cut(page, List.of()) : snapshots.present(() -> page(query, order, page));
        return found.connect(
                kpi -> pages.cursor(page, KpiAnswers.position(kpi, order)), KpiEdge::new, KpiConnection::new);
    }

    private Page<Kpi> page(KpiQuery query, KpiOrder order, PageRequest request) {
        Page<Kpi> page = answers.page(query, order, request);
        page.items().stream().findFirst().ifPresent(kpi -> behaviours.ahead(kpi.batch()));
        return page;
    }

    @NonNull
    public List<@NonNull Kpi> companions(@Source Kpi kpi) {
        return answers.companions(kpi);
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload kpiCreate(@NonNull KpiCreateInput input) {
        return KpiPayload.of(Attempts.attempt(() -> kpis.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload kpiUpdate(@NonNull KpiUpdateInput input) {
        return KpiPayload.of(Attempts.attempt(() -> kpis.update(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload kpiArchive(@NonNull KpiArchiveInput input) {
        return KpiPayload.of(Attempts.attempt(() -> kpis.archive(input)));
    }
}
