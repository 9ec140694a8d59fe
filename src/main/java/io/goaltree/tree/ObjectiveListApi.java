package io.goaltree.tree;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.objective.ObjectiveConnection;
import io.goaltree.objective.ObjectiveEdge;
import io.goaltree.tree.ObjectiveListService.Found;
import io.smallrye.graphql.api.Nullable;
import java.util.Arrays;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to lists of objectives. */
@GraphQLApi
public class ObjectiveListApi {
    private final ObjectiveListService lists;
    private final Pages pages;

    ObjectiveListApi(ObjectiveListService lists, Pages pages) {
        this.lists = lists;
        this.pages = pages;
    }

    @Query
    @NonNull
    public ObjectiveConnection objectives(
            @Nullable ObjectiveFilter filter,
            @Nullable ObjectiveOrder orderBy,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        ObjectiveOrder order = orderBy == null ? ObjectiveOrder.CREATED_ASC : orderBy;
        PageRequest page = pages.read("objectives " + order + " " + fingerprint(filter), first, after, last, before);
        return lists.page(filter, order, page)
                .connect(
                        found -> pages.cursor(page, found.position()),
                        (found, cursor) -> new ObjectiveEdge(found.objective(), cursor),
                        (edges, found, info) -> new ObjectiveConnection(
                                edges, found.stream().map(Found::objective).toList(), info));
    }

    private static String fingerprint(@Nullable ObjectiveFilter filter) {
        return filter == null
                ? "[]"
                : Arrays.asList(
                                filter.cycle,
                                filter.team,
                                filter.owner,
                                filter.state,
                                filter.status,
                                filter.text,
                                filter.updatedSince)
                        .toString();
    }
}
