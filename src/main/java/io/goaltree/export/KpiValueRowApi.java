package io.goaltree.export;

import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to values as flat rows. */
@GraphQLApi
public class KpiValueRowApi {
    private final KpiValueRowService rows;
    private final Pages pages;

    KpiValueRowApi(KpiValueRowService rows, Pages pages) {
        this.rows = rows;
        this.pages = pages;
    }

    @Query
    @NonNull
    public KpiValueRowConnection kpiValueRows(
            @Nullable List<@NonNull String> kpis,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant updatedSince,
            @Nullable Integer first,
            @Nullable String after) {
        ValueWish wish = rows.wish(kpis, from, to, updatedSince);
        PageRequest page = pages.read("kpiValueRows " + wish, first, after, null, null);
        KpiValueRowService.Read read = rows.page(wish, page);
        Page<Integer> places = Page.cut(
                page,
                java.util.stream.IntStream.range(0, read.found().size()).boxed().toList());
        return places.<KpiValueRowEdge, KpiValueRowConnection>connect(
                at -> pages.cursor(page, read.places().get(at).position()),
                (at, cursor) -> new KpiValueRowEdge(read.found().get(at), cursor),
                (edges, nodes, info) -> new KpiValueRowConnection(
                        edges, edges.stream().map(KpiValueRowEdge::node).toList(), info, read.asOf()));
    }
}
