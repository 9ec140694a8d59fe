package io.goaltree.gate;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.team.PersonService;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Tells callers who they are to us. */
@GraphQLApi
public class ViewerApi {
    private final TeamService teams;
    private final PersonService people;

    ViewerApi(TeamService teams, PersonService people) {
        this.teams = teams;
        this.people = people;
    }

    @Query
    @NonNull
    public Viewer viewer() {
        Who who = Asking.current().who();
        UUID person = who.person();
        return new Viewer(
                who.name(),
                ViewerKind.valueOf(who.kind().name()),
                who.rights().stream().sorted().toList(),
                who.isLimited() ? topmost(who.reach().teams()) : null,
                person == null ? null : people.nodesById(List.of(person)).get(person),
                who.until());
    }

    /** Those that no other one holds: what a caller was given, of all that they reach by it. */
    private List<Team> topmost(Set<UUID> reach) {
        Map<UUID, Team> known = teams.nodesById(reach);
        Set<String> ids = known.values().stream().map(Team::id).collect(Collectors.toSet());
        return known.values().stream()
                .filter(team ->
                        team.parent() == null || !ids.contains(team.parent().id()))
                .sorted(Comparator.comparing(Team::key))
                .toList();
    }
}
