package io.goaltree.export;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.edge.Position;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to the rows of cycles. A cursor carries the instant of the first page, so that all pages are of one state. */
@GraphQLApi
public class CycleRowApi {
    private final CycleRowService rows;
    private final Pages pages;

    CycleRowApi(CycleRowService rows, Pages pages) {
        this.rows = rows;
        this.pages = pages;
    }

    @Query
    @NonNull
    public CycleSummaryRowConnection cycleSummaryRows(
            @NonNull String cycle,
            @Nullable Instant asOf,
            @Nullable Instant updatedSince,
            @Nullable Integer first,
            @Nullable String after) {
        PageRequest page = page("cycleSummaryRows", cycle, asOf, updatedSince, first, after);
        Rows<CycleSummaryRow> found = found(cycle, rows.summaries(cycle, state(page, asOf), updatedSince));
        Function<CycleSummaryRow, UUID> id = row -> Ids.uuid(Kind.OBJECTIVE, row.objectiveId());
        return cut(page, found.rows(), id)
                .connect(
                        row -> cursor(page, found.asOf(), id.apply(row)),
                        CycleSummaryRowEdge::new,
                        (edges, nodes, info) -> new CycleSummaryRowConnection(edges, nodes, info, found.asOf()));
    }

    @Query
    @NonNull
    public KeyResultRowConnection keyResultRows(
            @NonNull String cycle,
            @Nullable Instant asOf,
            @Nullable Instant updatedSince,
            @Nullable Integer first,
            @Nullable String after) {
        PageRequest page = page("keyResultRows", cycle, asOf, updatedSince, first, after);
        Rows<KeyResultRow> found = found(cycle, rows.keyResults(cycle, state(page, asOf), updatedSince));
        Function<KeyResultRow, UUID> id = row -> Ids.uuid(Kind.KEY_RESULT, row.keyResultId());
        return cut(page, found.rows(), id)
                .connect(
                        row -> cursor(page, found.asOf(), id.apply(row)),
                        KeyResultRowEdge::new,
                        (edges, nodes, info) -> new KeyResultRowConnection(edges, nodes, info, found.asOf()));
    }

    private PageRequest page(
            String door,
            String cycle,
            @Nullable Instant asOf,
            @Nullable Instant updatedSince,
            @Nullable Integer first,
            @Nullable String after) {
        return pages.read(
                "%s as of %s since %s of %s".formatted(door, asOf, updatedSince, cycle), first, after, null, null);
    }

    private static @Nullable Instant state(PageRequest page, @Nullable Instant asOf) {
        return page.from() == null ? asOf : Instant.parse(page.from().sort());
    }

    private static <R> Rows<R> found(String cycle, Optional<Rows<R>> rows) {
        return rows.orElseThrow(() -> Ids.unknown(Kind.CYCLE, cycle));
    }

    /** The rows of a past state stay where they are, so the one a page begins after is found by its id. */
    private static <R> Page<R> cut(PageRequest page, List<R> rows, Function<R, UUID> id) {
        Stream<R> behind = rows.stream();
        if (page.from() != null) {
            UUID last = page.from().id();
            behind = behind.dropWhile(row -> !id.apply(row).equals(last)).skip(1);
        }
        return Page.cut(page, behind.limit(page.size() + 1L).toList());
    }

    private String cursor(PageRequest page, Instant asOf, UUID id) {
        return pages.cursor(page, new Position(asOf.toString(), id));
    }
}
