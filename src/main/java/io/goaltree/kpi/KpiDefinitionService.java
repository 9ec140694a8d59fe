package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.access.Asking;
import io.goaltree.shared.Check;
import io.goaltree.shared.Outcome;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides on redefinitions: what a KPI means from some day on. */
@ApplicationScoped
public class KpiDefinitionService {
    private final KpiStore kpis;
    private final KpiAnswers answers;
    private final KpiGraduationStore graduations;
    private final LiveKpis live;
    private final KeptBehaviours behaviours;
    private final Now now;

    KpiDefinitionService(
            KpiStore kpis,
            KpiAnswers answers,
            KpiGraduationStore graduations,
            LiveKpis live,
            KeptBehaviours behaviours,
            Now now) {
        this.kpis = kpis;
        this.answers = answers;
        this.graduations = graduations;
        this.live = live;
        this.behaviours = behaviours;
        this.now = now;
    }

    /** Holds the KPI alone, as who records its values does: numbers of versions follow each other, units are checked in turn. */
    @Transactional
    public Outcome<Kpi> redefine(KpiRedefineInput input) {
        Check check = Check.of("input");
        KpiEntity kpi = live.hold(check, "kpi", input.kpi).orElse(null);
        if (kpi == null) {
            NextDefinition.reason(check, input.reason);
            return Outcome.refused(check.problems());
        }
        Instant at = now.instant();
        KpiDefinitions definitions = kpis.definitions(List.of(kpi.id));
        KpiDefinitionEntity before = definitions.last(kpi.id);
        KpiDefinitionEntity next = NextDefinition.read(check, input, before, definitions.lastStart(kpi.id), at);
        refuseOtherUnit(check, kpi, before, next);
        if (check.failed()) {
            return Outcome.refused(check.problems());
        }
        add(kpi, next, at);
        behaviours.refresh(List.of(kpi.id));
        return Outcome.done(answers.one(kpi.id));
    }

    /** Writes the next version; the KPI has changed with it. Part of the caller's transaction, which holds the KPI. */
    UUID add(KpiEntity kpi, KpiDefinitionEntity next, Instant at) {
        kpis.addDefinition(next);
        kpis.flush();
        kpis.touch(List.of(kpi.id), at);
        return next.id;
    }

    /** Where a key result began and shall end is in the unit of its KPI, and nobody can translate it. */
    private void refuseOtherUnit(Check check, KpiEntity kpi, KpiDefinitionEntity before, KpiDefinitionEntity next) {
        if (Objects.equals(before.unit, next.unit)) {
            return;
        }
        String fed = graduations.fedAndOpen(kpi.id);
        if (fed != null) {
            check.refuse(
                    WRONG_STATE,
                    "Unit is " + shown(next.unit) + ", but Kpi '" + kpi.key + "' feeds "
                            + (Asking.current().who().isLimited()
                                    ? "a key result"
                                    : "the key result '" + Check.shortened(fed) + "'")
                            + ", whose baseline and target are in " + shown(before.unit)
                            + "; cancel it or close its cycle first",
                    "unit");
        }
    }

    private static String shown(@Nullable String unit) {
        return unit == null ? "none" : "'" + Check.shortened(unit) + "'";
    }
}
