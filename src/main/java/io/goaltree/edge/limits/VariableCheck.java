package io.goaltree.edge.limits;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether variables fit their types: graphql-java's own coercion, its words freed of the names of Java classes. */
final class VariableCheck {
    private static final Map<String, String> WORDS = Map.of(
            "Expected a String input, but it was a '\\w*'", "a text is needed",
            "Expected a Boolean input, but it was a '\\w*'", "true or false is needed",
            "Expected type 'Map' but was '\\w*'\\. Variables for input objects must be an instance of type 'Map'\\.",
                    "an object is needed");

    private VariableCheck() {}

    /** @throws DocumentRefused when a variable is missing, or its value does not fit */
    static void check(OperationDefinition operation, Map<String, Object> given, GraphQLSchema schema) {
        try {
            ValuesResolver.coerceVariableValues(
                    schema,
                    operation.getVariableDefinitions(),
                    RawVariables.of(given),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
        } catch (GraphQLException e) {
            if (e instanceof GraphQLError error) {
                throw new DocumentRefused(refusal(error));
            }
            throw e;
        }
    }

    private static Refusal refusal(GraphQLError error) {
        String message = error.getMessage();
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            message = message.replaceAll(word.getKey(), word.getValue());
        }
        List<SourceLocation> locations = error.getLocations();
        return new Refusal(RequestCode.BAD_USER_INPUT, message.strip(), locations == null ? List.of() : locations);
    }
}
