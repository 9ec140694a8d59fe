package io.goaltree.kpi;

import io.goaltree.shared.Check;
import java.math.BigDecimal;

/** Reads what a new KPI means: its definition number 1, which holds from the beginning. */
final class FirstDefinition {
    private FirstDefinition() {}

    static KpiDefinitionEntity read(Check check, KpiCreateInput input) {
        KpiDefinitionEntity definition = new KpiDefinitionEntity();
        definition.number = 1;
        definition.unit = DefinitionRules.unit(check, input.unit);
        definition.formula = DefinitionRules.formula(check, input.formula);
        definition.source = DefinitionRules.source(check, input.source);
        definition.direction = input.direction;
        DefinitionRules.set(
                check,
                definition,
                new DefinitionRules.Range(input.lower, input.upper, input.tolerance, BigDecimal.ZERO, "lower"));
        return definition;
    }
}
