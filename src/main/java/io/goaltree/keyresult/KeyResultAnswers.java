package io.goaltree.keyresult;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.NodeSource;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.team.Person;
import io.goaltree.team.PersonService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Reads key results with the measure, owner and objective of each, by a fixed number of statements. */
@ApplicationScoped
public class KeyResultAnswers implements NodeSource {
    private final KeyResultStore keyResults;
    private final ObjectiveAnswers objectives;
    private final PersonService people;

    KeyResultAnswers(KeyResultStore keyResults, ObjectiveAnswers objectives, PersonService people) {
        this.keyResults = keyResults;
        this.objectives = objectives;
        this.people = people;
    }

    @Override
    public Kind kind() {
        return Kind.KEY_RESULT;
    }

    public KeyResult one(UUID id) {
        return Objects.requireNonNull(nodesById(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, KeyResult> nodesById(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<KeyResultEntity> rows = keyResults.byIds(ids);
        Set<UUID> objectiveIds = new HashSet<>();
        rows.forEach(row -> objectiveIds.add(row.objectiveId));
        return answers(rows, objectives.nodesById(objectiveIds));
    }

    /** The same for key results whose objectives are loaded already. */
    public Map<UUID, KeyResult> nodesById(Collection<UUID> ids, Map<UUID, Objective> objectivesById) {
        return ids.isEmpty() ? Map.of() : answers(keyResults.byIds(ids), objectivesById);
    }

    private Map<UUID, KeyResult> answers(List<KeyResultEntity> rows, Map<UUID, Objective> objectivesById) {
        Set<UUID> owners = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (KeyResultEntity row : rows) {
            ids.add(row.id);
            if (row.ownerId != null) {
                owners.add(row.ownerId);
            }
        }
        Map<UUID, Person> peopleById = people.nodesById(owners);
        Map<UUID, List<MilestoneEntity>> milestones = keyResults.milestones(ids);
        Batch batch = new Batch(ids);
        Map<UUID, KeyResult> answers = new HashMap<>();
        for (KeyResultEntity row : rows) {
            Objective objective = objectivesById.get(row.objectiveId);
            if (objective == null) { // it has ceased to be seen since the row was read
                continue;
            }
            answers.put(
                    row.id,
                    new KeyResult(
                            Ids.of(Kind.KEY_RESULT, row.id),
                            row.title,
                            row.unit,
                            row.weight,
                            row.ownerId == null ? null : peopleById.get(row.ownerId),
                            objective,
                            row.state,
                            measure(row, milestones.getOrDefault(row.id, List.of())),
                            row.version,
                            row.updatedAt,
                            row.score,
                            batch));
        }
        return answers;
    }

    private static Measure measure(KeyResultEntity row, List<MilestoneEntity> milestones) {
        return switch (row.measure) {
            case REACH -> new ReachMeasure(Objects.requireNonNull(row.baseline), Objects.requireNonNull(row.target));
            case HOLD -> new HoldMeasure(row.lower, row.upper, Objects.requireNonNull(row.cadence));
            case MILESTONES ->
                new MilestoneMeasure(milestones.stream()
                        .map(it -> new Milestone(Ids.of(Kind.MILESTONE, it.id), it.title, it.weight, it.doneAt))
                        .toList());
        };
    }
}
