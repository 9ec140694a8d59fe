package io.goaltree.edge.limits;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.AbstractRule;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.Validator;
import graphql.validation.rules.ArgumentsOfCorrectType;
import graphql.validation.rules.NoFragmentCycles;
import graphql.validation.rules.VariableDefaultValuesOfCorrectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a document fits the schema: graphql-java's own rules, their words freed of the names of its classes. */
final class Validation {
    private static final Pattern PREFIX = Pattern.compile("^Validation [eE]rror \\([^)]*\\) ?: *");

    private Validation() {}

    /** @throws DocumentRefused with up to as many refusals as graphql-java's validator finds before it stops: 100 */
    static void check(Document document, GraphQLSchema schema) {
        List<ValidationError> errors = validate(document, schema);
        if (!errors.isEmpty()) {
            throw new DocumentRefused(errors.stream().map(Validation::refusal).toList());
        }
    }

    private static List<ValidationError> validate(Document document, GraphQLSchema schema) {
        try {
            return new InWords().validateDocument(schema, document, Locale.ENGLISH);
        } catch (IndexOutOfBoundsException e) {
            // Its rule of the one root field looks at the first field even when a directive leaves all out.
            throw new DocumentRefused(Refusal.at(
                    null,
                    RequestCode.GRAPHQL_VALIDATION_FAILED,
                    "A subscription needs one root field, and no directive may leave it out"));
        } catch (StackOverflowError e) {
            throw new DocumentRefused(
                    Refusal.at(null, RequestCode.TOO_DEEP, "The document is nested too deeply to be checked"));
        }
    }

    private static Refusal refusal(ValidationError error) {
        return new Refusal(
                RequestCode.GRAPHQL_VALIDATION_FAILED,
                PREFIX.matcher(error.getMessage()).replaceFirst(""),
                error.getLocations());
    }

    private static final class InWords extends Validator {
        @Override
        public List<AbstractRule> createRules(ValidationContext context, ValidationErrorCollector errors) {
            List<AbstractRule> rules = new ArrayList<>(super.createRules(context, errors));
            // Fragments knows about circles, in a time that does not grow with the cube of the fragments.
            rules.removeIf(rule -> rule instanceof NoFragmentCycles);
            rules.replaceAll(rule -> {
                if (rule instanceof ArgumentsOfCorrectType) {
                    return new ArgumentsInWords(context, errors);
                }
                return rule instanceof VariableDefaultValuesOfCorrectType ? new DefaultsInWords(context, errors) : rule;
            });
            return rules;
        }
    }
}
