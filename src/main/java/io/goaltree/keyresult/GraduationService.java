package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.cycle.CycleService;
import io.goaltree.kpi.Achievement;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiGraduationService;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides on graduation: what a key result achieved is kept as the healthy range of the KPI that feeds it. */
@ApplicationScoped
public class GraduationService {
    private final KeyResultService service;
    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final ObjectiveService objectives;
    private final CycleService cycles;
    private final KpiGraduationService kpis;

    GraduationService(
            KeyResultService service,
            KeyResultStore keyResults,
            KeyResultAnswers answers,
            ObjectiveService objectives,
            CycleService cycles,
            KpiGraduationService kpis) {
        this.service = service;
        this.keyResults = keyResults;
        this.answers = answers;
        this.objectives = objectives;
        this.cycles = cycles;
        this.kpis = kpis;
    }

    /** Changes nothing of the key result, so that one in a closed cycle may graduate, too. Locks as a promotion does. */
    @Transactional
    public Outcome<Kpi> graduate(KeyResultGraduateInput input) {
        Check check = Check.of("input");
        KeyResultEntity row = service.row(check, "keyResult", input.keyResult).orElse(null);
        if (row == null) {
            return Outcome.refused(check.problems());
        }
        cycles.hold(objectives.cycleOf(row.objectiveId));
        service.waitForOthers(row);
        Achievement achieved = achievement(check, row, input);
        if (achieved == null) {
            return Outcome.refused(check.problems());
        }
        return kpis.graduate(check, "keyResult", achieved)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(check.problems()));
    }

    /** Only what is measured from a baseline to a target can be fed by a KPI. */
    private @Nullable Achievement achievement(Check check, KeyResultEntity row, KeyResultGraduateInput input) {
        Objective objective = answers.one(row.id).objective();
        if (row.kpiId == null) {
            check.refuse(
                    WRONG_STATE,
                    "Key result '" + row.title + "' is not fed by a KPI; there is none that could graduate from it",
                    "keyResult");
        }
        if (row.state == ObjectiveState.CANCELLED || objective.state() == ObjectiveState.CANCELLED) {
            String what = row.state == ObjectiveState.CANCELLED
                    ? "Key result '" + row.title
                    : "Objective '" + objective.title();
            check.refuse(WRONG_STATE, what + "' is cancelled; nothing graduates from it", "keyResult");
        }
        if (check.failed() || row.kpiId == null) {
            return null;
        }
        return new Achievement(
                row.kpiId,
                row.id,
                row.title,
                row.unit,
                Objects.requireNonNull(row.baseline),
                Objects.requireNonNull(row.target),
                keyResults.frozenValue(row.id).orElse(null),
                input.lower,
                input.upper,
                input.tolerance);
    }
}
