package io.goaltree.team;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.edge.Versions;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on teams. */
@ApplicationScoped
public class TeamService implements NodeSource {
    static final int NAME_LENGTH = 200;

    private final TeamStore teams;
    private final Now now;

    TeamService(TeamStore teams, Now now) {
        this.teams = teams;
        this.now = now;
    }

    @Override
    public Kind kind() {
        return Kind.TEAM;
    }

    @Transactional
    public Outcome<Team> create(TeamCreateInput input) {
        Check check = Check.of("input");
        String key = check.key("key", input.key);
        String name = check.text("name", input.name, NAME_LENGTH);
        UUID parent = reference(check, "parent", input.parent).orElse(null);
        refuseTakenKey(check, key);
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        TeamEntity team = new TeamEntity();
        team.key = key;
        team.name = name;
        team.parentId = parent;
        team.createdAt = now.instant();
        team.updatedAt = team.createdAt;
        teams.persistAndFlush(team);
        return Outcome.done(answer(team.id));
    }

    @Transactional
    public Outcome<Team> update(TeamUpdateInput input) {
        Check check = Check.of("input");
        TeamEntity team =
                Ids.read(check, "id", Kind.TEAM, input.id).map(teams::findById).orElse(null);
        if (team == null) {
            return Outcome.refused(check.failed() ? check.problems() : Ids.absent(check, "id", Kind.TEAM, input.id));
        }
        Versions.compare(check, input.expectedVersion, team.version);
        String key = input.key == null ? team.key : check.key("key", input.key.orElse(null));
        String name = input.name == null ? team.name : check.text("name", input.name.orElse(null), NAME_LENGTH);
        UUID parent = input.parent == null
                ? team.parentId
                : reference(check, "parent", input.parent.orElse(null)).orElse(null);
        if (!key.equals(team.key)) {
            refuseTakenKey(check, key);
        }
        refuseLoop(check, team, parent);
        if (check.failed()) {
            return Versions.refused(check, () -> answer(team.id));
        }
        team.key = key;
        team.name = name;
        team.parentId = parent;
        team.updatedAt = now.instant();
        teams.flush();
        return Outcome.done(answer(team.id));
    }

    /** The row behind a key or id of an input, empty when none was given; reports NOT_FOUND when it names nothing. */
    public Optional<UUID> reference(Check check, String field, @Nullable String keyOrId) {
        if (keyOrId == null) {
            return Optional.empty();
        }
        Optional<UUID> found = find(keyOrId);
        if (found.isEmpty()) {
            Ids.notFound(check, field, Kind.TEAM, keyOrId);
        }
        return found;
    }

    /** The row behind a key or id. */
    public Optional<UUID> find(String keyOrId) {
        Optional<UUID> id = Ids.parse(Kind.TEAM, keyOrId);
        return (id.isPresent() ? teams.findByIdOptional(id.get()) : teams.byKey(keyOrId)).map(team -> team.id);
    }

    @Override
    public Map<UUID, Team> nodesById(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, TeamEntity> rows = new HashMap<>();
        teams.withAncestors(ids).forEach(row -> rows.put(row.id, row));
        Map<UUID, Team> answers = new HashMap<>();
        rows.keySet().forEach(id -> answer(id, rows, answers));
        answers.keySet().retainAll(ids);
        return answers;
    }

    Page<Team> page(PageRequest request) {
        List<TeamEntity> found = teams.page(request);
        Map<UUID, Team> answers = nodesById(found.stream().map(team -> team.id).toList());
        return Page.cut(request, found).map(team -> answers.get(team.id));
    }

    static Position position(Team team) {
        return new Position(team.key(), Ids.uuid(Kind.TEAM, team.id()));
    }

    private Team answer(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    private static Team answer(UUID id, Map<UUID, TeamEntity> rows, Map<UUID, Team> answers) {
        Team known = answers.get(id);
        if (known == null) {
            TeamEntity row = Objects.requireNonNull(rows.get(id));
            Team parent = row.parentId == null ? null : answer(row.parentId, rows, answers);
            known = new Team(Ids.of(Kind.TEAM, id), row.key, row.name, parent, row.version);
            answers.put(id, known);
        }
        return known;
    }

    private void refuseTakenKey(Check check, String key) {
        if (teams.byKey(key).isPresent()) {
            check.refuse(DUPLICATE_KEY, "Team key '" + key + "' is taken already", "key");
        }
    }

    private void refuseLoop(Check check, TeamEntity team, @Nullable UUID parent) {
        if (parent == null) {
            return;
        }
        teams.lockTree();
        if (teams.withAncestors(List.of(parent)).stream().anyMatch(above -> above.id.equals(team.id))) {
            check.refuse(INVALID_VALUE, "Team '" + team.key + "' would be its own ancestor", "parent");
        }
    }
}
