package io.goaltree.guardrail;

import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.cycle.CycleClosed;
import io.goaltree.cycle.CycleReopened;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.guardrail.GuardrailStore.GuardrailRow;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiGuards;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides on guardrails. */
@ApplicationScoped
public class GuardrailService {
    private static final int MOST_OF_AN_OBJECTIVE = 20;

    private final GuardrailStore guardrails;
    private final ObjectiveService objectives;
    private final ObjectiveAnswers answers;
    private final KpiAnswers kpis;
    private final KpiGuards guards;
    private final Now now;

    GuardrailService(
            GuardrailStore guardrails,
            ObjectiveService objectives,
            ObjectiveAnswers answers,
            KpiAnswers kpis,
            KpiGuards guards,
            Now now) {
        this.guardrails = guardrails;
        this.objectives = objectives;
        this.answers = answers;
        this.kpis = kpis;
        this.guards = guards;
        this.now = now;
    }

    /** Lets a KPI guard an objective; one that does already changes nothing. */
    @Transactional
    public Outcome<Objective> add(GuardrailInput input) {
        Check check = Check.of("input");
        Optional<UUID> objective = objectives.requireWritable(check, "objective", input.objective);
        Optional<Kpi> kpi = kpi(check, input.kpi);
        if (check.failed() || objective.isEmpty() || kpi.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        guardrails.lock(objective.get());
        List<GuardrailRow> before = guardrails.of(List.of(objective.get()));
        UUID guarding = Ids.uuid(Kind.KPI, kpi.get().id());
        if (before.stream().noneMatch(row -> row.kpiId().equals(guarding))) {
            refuseArchived(check, kpi.get());
            refuseTooMany(check, before.size() + 1);
            if (check.failed()) {
                return Outcome.refused(check.problems());
            }
            guardrails.add(objective.get(), guarding, now.instant());
        }
        return Outcome.done(answers.one(objective.get()));
    }

    /** Ends the guard of a KPI, archived or not; ending one that is not there changes nothing. */
    @Transactional
    public Outcome<Objective> remove(GuardrailInput input) {
        Check check = Check.of("input");
        Optional<UUID> objective = objectives.requireWritable(check, "objective", input.objective);
        Optional<Kpi> kpi = kpi(check, input.kpi);
        if (check.failed() || objective.isEmpty() || kpi.isEmpty()) {
            return Outcome.refused(check.problems());
        }
        guardrails.remove(objective.get(), Ids.uuid(Kind.KPI, kpi.get().id()));
        return Outcome.done(answers.one(objective.get()));
    }

    /** Keeps how the guardrails of a cycle stand: what their KPIs do later is none of its business. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void freeze(@Observes CycleClosed closed) {
        guardrails.freeze(closed.cycle(), guards.of(guardrails.guardingIn(closed.cycle())));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void thaw(@Observes CycleReopened reopened) {
        guardrails.thaw(reopened.cycle());
    }

    private Optional<Kpi> kpi(Check check, String keyOrId) {
        Optional<Kpi> kpi = kpis.find(keyOrId);
        if (kpi.isEmpty()) {
            Ids.notFound(check, "kpi", Kind.KPI, keyOrId);
        }
        return kpi;
    }

    private static void refuseArchived(Check check, Kpi kpi) {
        if (kpi.archivedAt() != null) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key() + "' is archived, since " + kpi.archivedAt() + "; it can guard nothing more",
                    "kpi");
        }
    }

    private static void refuseTooMany(Check check, int count) {
        if (count > MOST_OF_AN_OBJECTIVE) {
            check.refuse(
                    TOO_MANY_ITEMS,
                    "The objective would have " + count + " guardrails; it may have at most " + MOST_OF_AN_OBJECTIVE,
                    "objective");
        }
    }
}
