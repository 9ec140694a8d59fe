package io.goaltree.coach;

import io.goaltree.edge.Kind;
import io.goaltree.edge.Node;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.team.Team;
import io.goaltree.team.TeamService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Loads what findings are about, one kind at a time, and puts the findings in order. */
@ApplicationScoped
class Subjects {
    private record Ordered(Finding finding, String name) {}

    private static final Comparator<Ordered> ORDER = Comparator.comparing(
                    (Ordered it) -> it.finding().severity(), Comparator.reverseOrder())
            .thenComparing(it -> it.finding().code())
            .thenComparing(Ordered::name)
            .thenComparing(it -> it.finding().subject().id());

    private final TeamService teams;
    private final ObjectiveAnswers objectives;
    private final KeyResultAnswers keyResults;
    private final KpiAnswers kpis;

    Subjects(TeamService teams, ObjectiveAnswers objectives, KeyResultAnswers keyResults, KpiAnswers kpis) {
        this.teams = teams;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.kpis = kpis;
    }

    /** SERIOUS first, then by code, then by the subject's key or title, then by its id. */
    List<Finding> findings(List<Found> found) {
        Map<UUID, Node> nodes = nodes(found);
        return found.stream()
                .map(it -> ordered(it, nodes))
                .sorted(ORDER)
                .map(Ordered::finding)
                .toList();
    }

    /** The same for each objective that is the subject, or that the subject belongs to. */
    Map<UUID, List<Finding>> findingsByObjective(List<Found> found) {
        Map<UUID, Node> nodes = nodes(found);
        Map<UUID, List<Ordered>> byObjective = new HashMap<>();
        for (Found it : found) {
            byObjective
                    .computeIfAbsent(Objects.requireNonNull(it.subject().objective()), id -> new ArrayList<>())
                    .add(ordered(it, nodes));
        }
        Map<UUID, List<Finding>> findings = new HashMap<>();
        byObjective.forEach((objective, unordered) -> findings.put(
                objective,
                unordered.stream().sorted(ORDER).map(Ordered::finding).toList()));
        return findings;
    }

    private Map<UUID, Node> nodes(List<Found> found) {
        Map<UUID, Node> nodes = new HashMap<>(teams.nodesById(ids(found, Kind.TEAM)));
        nodes.putAll(objectives.nodesById(ids(found, Kind.OBJECTIVE)));
        nodes.putAll(keyResults.nodesById(ids(found, Kind.KEY_RESULT)));
        nodes.putAll(kpis.nodesById(ids(found, Kind.KPI)));
        return nodes;
    }

    private static Set<UUID> ids(List<Found> found, Kind kind) {
        return found.stream()
                .map(Found::subject)
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    private static Ordered ordered(Found found, Map<UUID, Node> nodes) {
        Node subject = Objects.requireNonNull(nodes.get(found.subject().id()));
        Finding finding =
                new Finding(found.code(), found.code().severity(), found.message(), subject, found.evidence());
        return new Ordered(finding, name(subject));
    }

    private static String name(Node subject) {
        if (subject instanceof Team team) {
            return team.key();
        }
        if (subject instanceof Objective objective) {
            return objective.title();
        }
        if (subject instanceof KeyResult keyResult) {
            return keyResult.title();
        }
        return subject instanceof Kpi kpi ? kpi.key() : subject.id();
    }
}
