package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.DUPLICATE_KEY;
import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.UNIT_MISMATCH;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiBehaviours;
import io.goaltree.kpi.KpiHistory;
import io.goaltree.kpi.KpiService;
import io.goaltree.kpi.KpiUnits;
import io.goaltree.objective.ObjectiveService;
import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import io.goaltree.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on promotion: a KPI becomes a key result, whose values are the KPI's from then on. */
@ApplicationScoped
public class PromotionService {
    private final KeyResultService service;
    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final ObjectiveService objectives;
    private final KpiService kpis;
    private final KpiBehaviours behaviours;
    private final KpiUnits units;

    PromotionService(
            KeyResultService service,
            KeyResultStore keyResults,
            KeyResultAnswers answers,
            ObjectiveService objectives,
            KpiService kpis,
            KpiBehaviours behaviours,
            KpiUnits units) {
        this.units = units;
        this.service = service;
        this.keyResults = keyResults;
        this.answers = answers;
        this.objectives = objectives;
        this.kpis = kpis;
        this.behaviours = behaviours;
    }

    /** The objective's locks come before the KPI's, and both before the first write. */
    @Transactional
    public Outcome<KeyResult> promote(KpiPromoteInput input) {
        Check check = Check.of("input");
        UUID objective =
                objectives.requireWritable(check, "objective", input.objective).orElse(null);
        Kpi kpi = kpis.requireLive(check, "kpi", input.kpi).orElse(null);
        String title = input.title == null ? null : check.text("title", input.title, ObjectiveService.TITLE_LENGTH);
        BigDecimal weight = check.weight("weight", input.weight, BigDecimal.ONE);
        BigDecimal baseline = kpi == null ? null : baseline(check, kpi);
        Measure measure = measure(check, input, baseline).orElse(null);
        if (objective != null) {
            KeyResultService.refuseTooMany(check, "objective", keyResults.countOf(objective) + 1);
        }
        if (objective != null && kpi != null && keyResults.isFed(objective, id(kpi))) {
            check.refuse(DUPLICATE_KEY, "Kpi '" + kpi.key() + "' feeds a key result of this objective already", "kpi");
        }
        if (check.failed() || objective == null || kpi == null || measure == null) {
            return Outcome.refused(check.problems());
        }
        NewKeyResult promoted = new NewKeyResult(
                title == null ? kpi.name() : title, kpi.unit(), weight, null, measure, List.of(), id(kpi));
        return Outcome.done(answers.one(service.insert(objective, keyResults.countOf(objective), promoted)));
    }

    /** Where the KPI is now; null when it cannot be promoted. */
    private @Nullable BigDecimal baseline(Check check, Kpi kpi) {
        if (kpi.healthyRange() == null) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key() + "' has no healthy range; it needs a lower or an upper bound before promotion",
                    "kpi");
        }
        KpiHistory history =
                Objects.requireNonNull(behaviours.of(List.of(id(kpi))).get(id(kpi)));
        if (history.values().isEmpty()) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key() + "' has no value yet; it needs one for a baseline before promotion",
                    "kpi");
            return null;
        }
        LocalDate newest =
                history.values().get(history.values().size() - 1).period().from();
        if (!units.areOneSince(kpi, id(kpi), newest)) {
            check.refuse(
                    UNIT_MISMATCH,
                    "Kpi '" + kpi.key() + "' changes its unit after its newest value, of the period that begins on "
                            + newest + "; promote it once it has a value in the new unit",
                    "kpi");
        }
        return Baselines.of(history);
    }

    private static Optional<Measure> measure(Check check, KpiPromoteInput input, @Nullable BigDecimal baseline) {
        if (baseline != null && baseline.signum() == 0 && input.target == null && input.changePercent != null) {
            check.refuse(
                    INVALID_VALUE,
                    "ChangePercent is " + Decimals.shown(input.changePercent)
                            + ", but the KPI stands at 0, of which there is no share; give a target",
                    "changePercent");
            return Optional.empty();
        }
        ReachInput reach = new ReachInput();
        reach.baseline = baseline;
        reach.target = input.target;
        reach.changePercent = input.changePercent;
        return MeasureReading.reach(check, reach);
    }

    private static UUID id(Kpi kpi) {
        return Ids.uuid(Kind.KPI, kpi.id());
    }
}
