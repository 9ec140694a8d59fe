package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.REQUIRED;
import static io.goaltree.shared.UserErrorCode.UNIT_MISMATCH;
import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.scoring.AchievedLevel;
import io.goaltree.scoring.Band;
import io.goaltree.scoring.Direction;
import io.goaltree.scoring.HealthyRangeLimits;
import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on what a KPI makes of an achievement: a new definition, in force from the current period on. */
@ApplicationScoped
public class KpiGraduationService {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final KpiGraduationStore graduations;
    private final KpiDefinitionService redefinitions;
    private final KpiAnswers answers;
    private final LiveKpis live;
    private final KeptBehaviours behaviours;
    private final Now now;

    KpiGraduationService(
            KpiStore kpis,
            KpiValueStore values,
            KpiGraduationStore graduations,
            KpiDefinitionService redefinitions,
            KpiAnswers answers,
            LiveKpis live,
            KeptBehaviours behaviours,
            Now now) {
        this.kpis = kpis;
        this.values = values;
        this.graduations = graduations;
        this.redefinitions = redefinitions;
        this.answers = answers;
        this.live = live;
        this.behaviours = behaviours;
        this.now = now;
    }

    /**
     * Makes what was achieved the healthy range of the KPI; reports at {@code field} why it does not. The same again
     * changes nothing. Part of the caller's transaction, which holds what the KPI graduates from.
     */
    public Optional<Kpi> graduate(Check check, String field, Achievement achieved) {
        KpiEntity kpi = live.hold(achieved.kpi());
        KpiGraduationEntity earlier = graduations.of(achieved.keyResult()).orElse(null);
        if (earlier != null) {
            refuseOther(check, field, kpi, earlier, achieved);
        } else if (live.live(check, field, kpi).isPresent()) {
            write(check, field, kpi, achieved);
        }
        return check.failed() ? Optional.empty() : Optional.of(answers.one(kpi.id));
    }

    private static void refuseOther(
            Check check, String field, KpiEntity kpi, KpiGraduationEntity earlier, Achievement achieved) {
        if (!earlier.isAsked(achieved)) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key + "' has graduated from it already, at " + earlier.recordedAt + ", with lower "
                            + shown(earlier.lower) + ", upper " + shown(earlier.upper) + " and tolerance "
                            + Decimals.shown(earlier.tolerance) + "; use kpiRedefine for another range",
                    field);
        }
    }

    private void write(Check check, String field, KpiEntity kpi, Achievement achieved) {
        Instant at = now.instant();
        LocalDate from = kpi.cadence.periodContaining(kpi.dayOf(at)).from();
        KpiDefinitions definitions = kpis.definitions(List.of(kpi.id));
        LocalDate lastStart = definitions.lastStart(kpi.id);
        if (lastStart != null && lastStart.isAfter(from)) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key + "' has a definition that is effective from " + lastStart + ", after " + from
                            + ", when its current period began; it can graduate once that period has begun",
                    field);
            return;
        }
        KpiDefinitionEntity before = definitions.last(kpi.id);
        KpiDefinitionEntity next = before.next(from, "Graduated from key result '" + achieved.title() + "'", at);
        if (achieved.hasBounds()) {
            set(check, next, achieved, achieved.lower(), achieved.upper());
        } else {
            Band level = level(check, field, kpi, definitions, achieved);
            if (level != null) {
                set(check, next, achieved, level.lower(), level.upper());
            }
        }
        if (check.failed()) {
            return;
        }
        KpiGraduationEntity graduation = new KpiGraduationEntity();
        graduation.kpiId = kpi.id;
        graduation.keyResultId = achieved.keyResult();
        graduation.definitionId = redefinitions.add(kpi, next, at);
        graduation.effectiveFrom = from;
        graduation.lower = next.lower;
        graduation.upper = next.upper;
        graduation.tolerance = next.tolerance;
        graduation.recordedAt = at;
        graduations.persistAndFlush(graduation);
        behaviours.refresh(List.of(kpi.id));
    }

    private static void set(
            Check check,
            KpiDefinitionEntity next,
            Achievement achieved,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {
        BigDecimal otherwise = next.tolerance;
        DefinitionRules.set(
                check, next, new DefinitionRules.Range(lower, upper, achieved.tolerance(), otherwise, "lower"));
    }

    /** The range that keeps what was achieved; null, with the reason reported, when nothing was. */
    private @Nullable Band level(
            Check check, String field, KpiEntity kpi, KpiDefinitions definitions, Achievement achieved) {
        KpiDefinitionEntity before = definitions.last(kpi.id);
        if (before.direction == Direction.WITHIN_RANGE) {
            check.refuse(
                    REQUIRED,
                    "Lower and upper are missing; Kpi '" + kpi.key + "' is WITHIN_RANGE, so no level is the better one",
                    "lower");
            return null;
        }
        BigDecimal reached = achieved.frozen() != null ? achieved.frozen() : newest(kpi, definitions, achieved);
        if (reached == null || !Objects.equals(before.unit, achieved.unit())) {
            check.refuse(
                    UNIT_MISMATCH,
                    "Baseline and target are in another unit than Kpi '" + kpi.key
                            + "' is measured in since; give lower or upper in its unit",
                    "lower");
            return null;
        }
        HealthyRangeLimits limits = before.limits();
        Band band = limits == null ? null : limits.band();
        Band level = AchievedLevel.of(before.direction, band, achieved.baseline(), achieved.target(), reached);
        if (level == null) {
            check.refuse(
                    WRONG_STATE,
                    "The value of Kpi '" + kpi.key + "' is " + Decimals.shown(reached)
                            + ", not better than the baseline " + Decimals.shown(achieved.baseline())
                            + ": nothing was gained",
                    field);
        }
        return level;
    }

    /** Null when it is in another unit than what was pursued. */
    private @Nullable BigDecimal newest(KpiEntity kpi, KpiDefinitions definitions, Achievement achieved) {
        KpiValueEntity newest =
                Objects.requireNonNull(values.newest(List.of(kpi.id)).get(kpi.id), "What was promoted has a value");
        String unit = definitions.inForce(kpi.id, newest.periodStart).unit;
        return Objects.equals(unit, achieved.unit()) ? newest.value : null;
    }

    private static String shown(@Nullable BigDecimal bound) {
        return bound == null ? "open" : Decimals.shown(bound);
    }
}
