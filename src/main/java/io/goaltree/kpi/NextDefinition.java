package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;
import static io.goaltree.shared.UserErrorCode.REQUIRED;

import io.goaltree.scoring.Direction;
import io.goaltree.shared.Check;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a KPI shall mean from some day on: a version that differs from the one before. */
final class NextDefinition {
    private static final int REASON_LENGTH = 4_000;

    private NextDefinition() {}

    /** @param lastStart the latest day from which an earlier version is in force; null when none has a first day */
    static KpiDefinitionEntity read(
            Check check,
            KpiRedefineInput input,
            KpiDefinitionEntity before,
            @Nullable LocalDate lastStart,
            Instant at) {
        refuseDay(check, input.effectiveFrom, lastStart);
        KpiDefinitionEntity next = before.next(input.effectiveFrom, reason(check, input.reason), at);
        if (input.unit != null) {
            next.unit = DefinitionRules.unit(check, input.unit.orElse(null));
        }
        if (input.formula != null) {
            next.formula = DefinitionRules.formula(check, input.formula.orElse(null));
        }
        if (input.source != null) {
            next.source = DefinitionRules.source(check, input.source.orElse(null));
        }
        next.direction = direction(check, input.direction, before);
        DefinitionRules.set(check, next, range(input, before));
        if (!check.failed() && next.isSameAs(before)) {
            check.refuse(
                    INVALID_VALUE,
                    "Nothing would change: version " + before.number + " of the definition says all of this already");
        }
        return next;
    }

    /** The reason of a change of what is measured, which stays with the version. */
    static String reason(Check check, @Nullable String given) {
        return check.text("reason", given, REASON_LENGTH);
    }

    private static void refuseDay(Check check, LocalDate day, @Nullable LocalDate lastStart) {
        if (!GivenTime.inRange(day)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "EffectiveFrom is " + day + "; its year must be between " + GivenTime.FIRST_YEAR + " and "
                            + GivenTime.LAST_YEAR,
                    "effectiveFrom");
        } else if (lastStart != null && day.isBefore(lastStart)) {
            check.refuse(
                    OUT_OF_RANGE,
                    "EffectiveFrom is " + day + ", before " + lastStart
                            + ", from when an earlier version is in force; that day or a later one is needed",
                    "effectiveFrom");
        }
    }

    private static Direction direction(Check check, @Nullable Optional<Direction> given, KpiDefinitionEntity before) {
        if (given != null && given.isEmpty()) {
            check.refuse(
                    REQUIRED,
                    "Direction is null; it must be HIGHER_IS_BETTER, LOWER_IS_BETTER or WITHIN_RANGE",
                    "direction");
        }
        return given == null ? before.direction : given.orElse(before.direction);
    }

    /** A tolerance goes with the last bound, unless the input insists on it. */
    private static DefinitionRules.Range range(KpiRedefineInput input, KpiDefinitionEntity before) {
        BigDecimal lower = input.lower == null ? before.lower : input.lower.orElse(null);
        BigDecimal upper = input.upper == null ? before.upper : input.upper.orElse(null);
        boolean isCleared = (input.tolerance != null && input.tolerance.isEmpty()) || (lower == null && upper == null);
        return new DefinitionRules.Range(
                lower,
                upper,
                input.tolerance == null ? null : input.tolerance.orElse(null),
                isCleared ? BigDecimal.ZERO : before.tolerance,
                input.lower == null ? "upper" : "lower");
    }
}
