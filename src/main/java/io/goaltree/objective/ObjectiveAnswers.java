package io.goaltree.objective;

import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.team.Person;
import io.goaltree.team.PersonService;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads objectives with the cycle, team and owner of each, by a fixed number of statements. */
@ApplicationScoped
public class ObjectiveAnswers implements NodeSource {
    private final ObjectiveStore objectives;
    private final CycleAnswers cycles;
    private final TeamService teams;
    private final PersonService people;

    ObjectiveAnswers(ObjectiveStore objectives, CycleAnswers cycles, TeamService teams, PersonService people) {
        this.objectives = objectives;
        this.cycles = cycles;
        this.teams = teams;
        this.people = people;
    }

    @Override
    public Kind kind() {
        return Kind.OBJECTIVE;
    }

    public Objective one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Objective> nodesById(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : answers(objectives.byIds(ids));
    }

    private Map<UUID, Objective> answers(List<ObjectiveEntity> rows) {
        Map<UUID, Cycle> cyclesById = cycles.nodesById(distinct(rows, row -> row.cycleId));
        Map<UUID, Team> teamsById = teams.nodesById(distinct(rows, row -> row.teamId));
        Map<UUID, Person> peopleById = people.nodesById(distinct(rows, row -> row.ownerId));
        Batch batch = new Batch(distinct(rows, row -> row.id));
        Map<UUID, Objective> answers = new HashMap<>();
        for (ObjectiveEntity row : rows) {
            answers.put(
                    row.id,
                    new Objective(
                            Ids.of(Kind.OBJECTIVE, row.id),
                            row.title,
                            row.description,
                            row.ambition,
                            row.visibility,
                            row.state,
                            Objects.requireNonNull(cyclesById.get(row.cycleId)),
                            row.teamId == null ? null : teamsById.get(row.teamId),
                            row.ownerId == null ? null : peopleById.get(row.ownerId),
                            row.despiteNoise,
                            row.version,
                            row.updatedAt,
                            batch));
        }
        return answers;
    }

    private static Set<UUID> distinct(
            List<ObjectiveEntity> rows, Function<ObjectiveEntity, @org.jspecify.annotations.Nullable UUID> reference) {
        Set<UUID> ids = new HashSet<>();
        for (ObjectiveEntity row : rows) {
            UUID id = reference.apply(row);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
