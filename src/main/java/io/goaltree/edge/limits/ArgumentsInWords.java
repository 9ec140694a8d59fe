package io.goaltree.edge.limits;

import static graphql.validation.ValidationErrorType.WrongType;

import graphql.i18n.I18nMsg;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.validation.ArgumentValidationUtil;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.rules.ArgumentsOfCorrectType;
import io.goaltree.shared.Check;

/** The rule it extends, quoting a value as the caller wrote it instead of as Java prints the node of the syntax tree. */
final class ArgumentsInWords extends ArgumentsOfCorrectType {
    ArgumentsInWords(ValidationContext context, ValidationErrorCollector errors) {
        super(context, errors);
    }

    @Override
    public void checkArgument(Argument argument) {
        GraphQLArgument declared = getValidationContext().getArgument();
        if (declared == null) {
            return;
        }
        ArgumentValidationUtil check = new ArgumentValidationUtil(argument);
        boolean valid = check.isValidLiteralValue(
                argument.getValue(),
                declared.getType(),
                getValidationContext().getSchema(),
                getValidationContext().getGraphQLContext(),
                getValidationContext().getI18n().getLocale());
        if (!valid) {
            I18nMsg message = check.getMsgAndArgs();
            String key = message.getMsgKey().replace("handleEnumErrorCustomMessage", "handleEnumError");
            addError(WrongType, argument.getSourceLocation(), i18n(WrongType, key, quoted(message.getMsgArguments())));
        }
    }

    private static Object[] quoted(Object[] given) {
        Object[] quoted = given.clone();
        for (int index = 0; index < quoted.length; index++) {
            if (quoted[index] instanceof Value<?> value) {
                quoted[index] = written(value);
            }
        }
        return quoted;
    }

    static String written(Value<?> value) {
        return Check.shortened(AstPrinter.printAstCompact(value));
    }
}
