package io.goaltree.guardrail;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.guardrail.GuardrailStore.GuardrailRow;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiGuards;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.scoring.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads guardrails for all objectives, or all KPIs, that were loaded together. */
@ApplicationScoped
public class GuardrailAnswers {
    private static final String GUARDRAILS = "guardrails";
    private static final String GUARDS = "guards";

    private final GuardrailStore guardrails;
    private final ObjectiveAnswers objectives;
    private final KpiAnswers kpis;
    private final KpiGuards guards;

    GuardrailAnswers(GuardrailStore guardrails, ObjectiveAnswers objectives, KpiAnswers kpis, KpiGuards guards) {
        this.guardrails = guardrails;
        this.objectives = objectives;
        this.kpis = kpis;
        this.guards = guards;
    }

    List<Guardrail> guardrails(Objective objective) {
        Map<UUID, List<Guardrail>> all = objective.batch().once(GUARDRAILS, this::guardrails);
        return all.getOrDefault(Ids.uuid(Kind.OBJECTIVE, objective.id()), List.of());
    }

    /** The objectives that a KPI guards. */
    List<Objective> guards(Kpi kpi) {
        Map<UUID, List<Objective>> all = kpi.batch().once(GUARDS, this::guards);
        return all.getOrDefault(Ids.uuid(Kind.KPI, kpi.id()), List.of());
    }

    private Map<UUID, List<Guardrail>> guardrails(Set<UUID> objectiveIds) {
        List<GuardrailRow> rows = guardrails.of(objectiveIds);
        Set<UUID> guarding = new HashSet<>();
        Set<UUID> moving = new HashSet<>();
        for (GuardrailRow row : rows) {
            guarding.add(row.kpiId());
            if (row.frozen() == null) {
                moving.add(row.kpiId());
            }
        }
        Map<UUID, Kpi> kpisById = kpis.nodesById(guarding);
        Map<UUID, Guard> now = guards.of(moving);
        Map<UUID, List<Guardrail>> answers = new HashMap<>();
        for (GuardrailRow row : rows) {
            Guard guard = Objects.requireNonNull(row.frozen() == null ? now.get(row.kpiId()) : row.frozen());
            Kpi kpi = Objects.requireNonNull(kpisById.get(row.kpiId()));
            answers.computeIfAbsent(row.objectiveId(), id -> new ArrayList<>())
                    .add(new Guardrail(kpi, guard.state(), guard.breachedSince()));
        }
        return answers;
    }

    private Map<UUID, List<Objective>> guards(Set<UUID> kpiIds) {
        Map<UUID, List<UUID>> guarded = guardrails.guardedBy(kpiIds);
        Set<UUID> ids = new HashSet<>();
        guarded.values().forEach(ids::addAll);
        Map<UUID, Objective> objectivesById = objectives.nodesById(ids);
        Map<UUID, List<Objective>> answers = new HashMap<>();
        guarded.forEach((kpi, found) -> answers.put(
                kpi,
                found.stream()
                        .flatMap(id -> Stream.ofNullable(objectivesById.get(id)))
                        .toList()));
        return answers;
    }
}
