package io.goaltree.audit;

import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to the audit of single things. */
@GraphQLApi
public class HistoryApi {
    private final HistoryAnswers answers;
    private final Pages pages;

    HistoryApi(HistoryAnswers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    @Query
    @NonNull
    public ChangeConnection history(@Id @NonNull String id, @Nullable Integer first, @Nullable String after) {
        PageRequest page = pages.read("history " + id, first, after, null, null);
        return answers.page(id, page)
                .connect(change -> pages.cursor(page, change.position()), ChangeEdge::new, ChangeConnection::new);
    }
}
