package io.goaltree.edge.limits;

import static graphql.schema.GraphQLTypeUtil.simplePrint;
import static graphql.validation.ValidationErrorType.BadValueForDefaultArg;

import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputType;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.rules.VariableDefaultValuesOfCorrectType;

/** The rule it extends, quoting a value as the caller wrote it. */
final class DefaultsInWords extends VariableDefaultValuesOfCorrectType {
    DefaultsInWords(ValidationContext context, ValidationErrorCollector errors) {
        super(context, errors);
    }

    @Override
    public void checkVariableDefinition(VariableDefinition variable) {
        GraphQLInputType type = getValidationContext().getInputType();
        Value<?> value = variable.getDefaultValue();
        if (type == null || value == null) {
            return;
        }
        boolean valid = getValidationUtil()
                .isValidLiteralValue(
                        value,
                        type,
                        getValidationContext().getSchema(),
                        getValidationContext().getGraphQLContext(),
                        getValidationContext().getI18n().getLocale());
        if (!valid) {
            addError(
                    BadValueForDefaultArg,
                    variable.getSourceLocation(),
                    i18n(
                            BadValueForDefaultArg,
                            "VariableDefaultValuesOfCorrectType.badDefault",
                            ArgumentsInWords.written(value),
                            simplePrint(type)));
        }
    }
}
