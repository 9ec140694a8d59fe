package io.goaltree.edge.limits;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.schema.GraphQLSchema;

public final class DocumentReader {
    private final GraphQLSchema schema;

    public DocumentReader(GraphQLSchema schema, DocumentLimits limits) {
        this.schema = schema;
    }

    public ReadDocument read(String text) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(text).build());
        if (result.isFailure()) {
            boolean syntax = result.getSyntaxException() != null;
            throw new DocumentRefused(result.getErrors().stream()
                    .map(error -> new Refusal(
                            syntax ? RequestCode.GRAPHQL_PARSE_FAILED : RequestCode.GRAPHQL_VALIDATION_FAILED,
                            error.getMessage(),
                            error.getLocations()))
                    .toList());
        }
        return new ReadDocument(text, result.getDocument());
    }
}
