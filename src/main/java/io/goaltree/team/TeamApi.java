package io.goaltree.team;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.edge.Singles;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to teams. */
@GraphQLApi
public class TeamApi {
    private final TeamService teams;
    private final Pages pages;

    TeamApi(TeamService teams, Pages pages) {
        this.teams = teams;
        this.pages = pages;
    }

    @Query
    public @Nullable Team team(@Id @Nullable String id, @Nullable String key) {
        return teams.find(Singles.idOrKey("team", id, key))
                .map(found -> teams.nodesById(List.of(found)).get(found))
                .orElse(null);
    }

    @Query
    @NonNull
    public TeamConnection teams(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        PageRequest page = pages.read("teams", first, after, last, before);
        return teams.page(page)
                .connect(team -> pages.cursor(page, TeamService.position(team)), TeamEdge::new, TeamConnection::new);
    }

    @Guarded
    @Mutation
    @NonNull
    public TeamPayload teamCreate(@NonNull TeamCreateInput input) {
        return TeamPayload.of(Attempts.attempt(() -> teams.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public TeamPayload teamUpdate(@NonNull TeamUpdateInput input) {
        return TeamPayload.of(Attempts.attempt(() -> teams.update(input)));
    }
}
