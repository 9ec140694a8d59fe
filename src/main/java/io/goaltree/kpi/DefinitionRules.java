package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;

import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What every version of a definition keeps, whoever writes it. */
final class DefinitionRules {
    private static final int UNIT_LENGTH = 50;
    private static final int TEXT_LENGTH = 4_000;

    private DefinitionRules() {}

    static @Nullable String unit(Check check, @Nullable String given) {
        return check.optionalText("unit", given, UNIT_LENGTH);
    }

    static @Nullable String formula(Check check, @Nullable String given) {
        return check.optionalText("formula", given, TEXT_LENGTH);
    }

    static @Nullable String source(Check check, @Nullable String given) {
        return check.optionalText("source", given, TEXT_LENGTH);
    }

    /**
     * What an input says of a range.
     *
     * @param tolerance null when the input says nothing of it
     * @param otherwise the tolerance that holds then
     * @param crossedAt the field that is at fault when the bounds are crossed
     */
    record Range(
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal tolerance,
            BigDecimal otherwise,
            String crossedAt) {}

    /** Puts a range into a definition; reports one that makes no sense. */
    static void set(Check check, KpiDefinitionEntity definition, Range given) {
        definition.lower = check.optionalDecimal("lower", given.lower());
        definition.upper = check.optionalDecimal("upper", given.upper());
        BigDecimal tolerance = check.optionalDecimal("tolerance", given.tolerance());
        definition.tolerance = tolerance == null ? given.otherwise() : tolerance;
        if (definition.lower != null && definition.upper != null && definition.lower.compareTo(definition.upper) > 0) {
            check.refuse(
                    INVALID_VALUE,
                    "Bounds crossed: lower is " + Decimals.shown(definition.lower) + "; it must be at most upper, "
                            + Decimals.shown(definition.upper),
                    given.crossedAt());
        }
        if (definition.tolerance.signum() < 0) {
            check.refuse(
                    OUT_OF_RANGE,
                    "Tolerance is " + Decimals.shown(definition.tolerance) + "; it must be 0 or more",
                    "tolerance");
        } else if (tolerance != null && given.lower() == null && given.upper() == null) {
            check.refuse(
                    INVALID_VALUE,
                    "Tolerance is " + Decimals.shown(tolerance) + ", but there is no lower or upper bound it could"
                            + " be measured from",
                    "tolerance");
        }
    }
}
