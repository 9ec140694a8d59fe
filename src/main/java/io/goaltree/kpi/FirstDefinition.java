package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.OUT_OF_RANGE;

import io.goaltree.shared.Check;
import io.goaltree.shared.Decimals;
import java.math.BigDecimal;

/** Reads what a new KPI means: its definition number 1, which holds from the beginning. */
final class FirstDefinition {
    private static final int UNIT_LENGTH = 50;

    private FirstDefinition() {}

    static KpiDefinitionEntity read(Check check, KpiCreateInput input) {
        KpiDefinitionEntity definition = new KpiDefinitionEntity();
        definition.number = 1;
        definition.unit = check.optionalText("unit", input.unit, UNIT_LENGTH);
        definition.direction = input.direction;
        definition.lower = check.optionalDecimal("lower", input.lower);
        definition.upper = check.optionalDecimal("upper", input.upper);
        BigDecimal tolerance = check.optionalDecimal("tolerance", input.tolerance);
        definition.tolerance = tolerance == null ? BigDecimal.ZERO : tolerance;
        if (definition.lower != null && definition.upper != null && definition.lower.compareTo(definition.upper) > 0) {
            check.refuse(
                    INVALID_VALUE,
                    "Bounds crossed: lower is " + Decimals.shown(definition.lower) + "; it must be at most upper, "
                            + Decimals.shown(definition.upper),
                    "lower");
        }
        if (definition.tolerance.signum() < 0) {
            check.refuse(
                    OUT_OF_RANGE,
                    "Tolerance is " + Decimals.shown(definition.tolerance) + "; it must be 0 or more",
                    "tolerance");
        } else if (tolerance != null && input.lower == null && input.upper == null) {
            check.refuse(
                    INVALID_VALUE,
                    "Tolerance is " + Decimals.shown(tolerance) + ", but there is no lower or upper bound it could"
                            + " be measured from",
                    "tolerance");
        }
        return definition;
    }
}
