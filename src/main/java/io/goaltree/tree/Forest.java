package io.goaltree.tree;

import io.goaltree.goal.Alignment;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.goaltree.tree.GoalRows.CurrentRow;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The goal trees of some cycles at one instant, computed; immutable. Everything that needs a roll-up reads it. */
final class Forest {
    private final Survey survey;
    private final @Nullable Outline ofTeam;
    private final Map<UUID, Objective> objectives;
    private final Map<UUID, KeyResult> keyResults;
    private final Map<UUID, List<UUID>> keyResultsOf = new HashMap<>();
    private final Map<UUID, List<UUID>> childrenOf = new HashMap<>();
    private final Map<UUID, List<EdgeRow>> edgesUp = new HashMap<>();
    private final Map<UUID, List<EdgeRow>> edgesToKeyResult = new HashMap<>();

    /**
     * @param ofTeam what the team has in it, when that was asked for
     * @param objectives every objective of the rows, and the parents outside that an edge leads to
     * @param keyResults every key result of the rows, and those outside that an edge leads to
     */
    Forest(Survey survey, @Nullable Outline ofTeam, Map<UUID, Objective> objectives, Map<UUID, KeyResult> keyResults) {
        this.survey = survey;
        this.ofTeam = ofTeam;
        this.objectives = objectives;
        this.keyResults = keyResults;
        for (KeyResultRow row : survey.rows().keyResults()) {
            keyResultsOf
                    .computeIfAbsent(row.objectiveId(), id -> new ArrayList<>())
                    .add(row.id());
        }
        survey.rows().edges().forEach(this::file);
    }

    private void file(EdgeRow edge) {
        edgesUp.computeIfAbsent(edge.childId(), id -> new ArrayList<>()).add(edge);
        if (edge.contributes()) {
            childrenOf
                    .computeIfAbsent(Objects.requireNonNull(edge.parentObjectiveId()), id -> new ArrayList<>())
                    .add(edge.childId());
        }
        if (edge.parentKeyResultId() != null) {
            edgesToKeyResult
                    .computeIfAbsent(edge.parentKeyResultId(), id -> new ArrayList<>())
                    .add(edge);
        }
    }

    Instant asOf() {
        return survey.asOf();
    }

    Standing standing(UUID id) {
        return survey.standing(id);
    }

    /** The team's tree when one was asked for, else the cycle's. */
    Outline asked(UUID cycle) {
        return ofTeam == null ? survey.outline(cycle) : ofTeam;
    }

    /**
     * How deep an objective lies in the tree that was asked for; when it is not in there, or several were: in its own
     * cycle's, else in the one it was found in.
     */
    int depth(UUID objective, UUID cycle) {
        Map<UUID, Outline> trees = survey.outlines();
        return Stream.of(Stream.ofNullable(ofTeam), Stream.ofNullable(trees.get(cycle)), trees.values().stream())
                .flatMap(outlines -> outlines)
                .flatMap(outline -> Stream.ofNullable(outline.depths().get(objective)))
                .findFirst()
                .orElseThrow();
    }

    List<Objective> objectives(Iterable<UUID> ids) {
        List<Objective> found = new ArrayList<>();
        ids.forEach(id -> found.add(Objects.requireNonNull(objectives.get(id))));
        return found;
    }

    List<KeyResult> keyResultsOf(UUID objective) {
        return keyResultsOf.getOrDefault(objective, List.of()).stream()
                .map(id -> Objects.requireNonNull(keyResults.get(id)))
                .toList();
    }

    List<Objective> childrenOf(UUID objective) {
        return objectives(childrenOf.getOrDefault(objective, List.of()));
    }

    /** The objectives of a tree that an objective contributes to, in order of alignment. */
    List<UUID> parentsIn(Outline outline, UUID objective) {
        return edgesUp.getOrDefault(objective, List.of()).stream()
                .filter(edge -> edge.contributes() && outline.depths().containsKey(edge.parentObjectiveId()))
                .map(EdgeRow::parentObjectiveId)
                .toList();
    }

    List<Alignment> alignmentsUp(UUID objective) {
        return edgesUp.getOrDefault(objective, List.of()).stream()
                .map(this::alignment)
                .toList();
    }

    List<Alignment> alignmentsTo(UUID keyResult) {
        return edgesToKeyResult.getOrDefault(keyResult, List.of()).stream()
                .map(this::alignment)
                .toList();
    }

    @Nullable
    CurrentRow current(UUID keyResult) {
        GoalRows.FrozenRow row = frozen(keyResult);
        return row == null ? survey.rows().newest().get(keyResult) : row.current();
    }

    /** What a closed cycle keeps of an objective or key result; null while its cycle is open. */
    GoalRows.@Nullable FrozenRow frozen(UUID id) {
        return survey.rows().frozen().get(id);
    }

    private Alignment alignment(EdgeRow edge) {
        return new Alignment(
                Objects.requireNonNull(objectives.get(edge.childId())),
                edge.parentObjectiveId() == null ? null : objectives.get(edge.parentObjectiveId()),
                edge.parentKeyResultId() == null ? null : keyResults.get(edge.parentKeyResultId()),
                edge.weight());
    }
}
