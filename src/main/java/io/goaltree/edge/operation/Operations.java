package io.goaltree.edge.operation;

import graphql.schema.GraphQLSchema;
import io.goaltree.access.Who;
import io.goaltree.edge.limits.DocumentLimits;
import io.goaltree.edge.limits.DocumentReader;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.ReadDocument;
import io.goaltree.edge.limits.ReadOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The one way from what is asked to an operation that may run, whatever door it came through. */
@ApplicationScoped
public class Operations {
    private final DocumentReader reader;
    private final PersistedDocuments persisted;

    Operations(GraphQLSchema schema, DocumentLimits limits, PersistedDocuments persisted) {
        this.reader = new DocumentReader(schema, limits);
        this.persisted = persisted;
        reader.limitAllParsers();
    }

    /**
     * Finds the document, reads it and weighs the operation.
     *
     * @throws DocumentRefused when the document is unknown, cannot be read, asks for too much or for what the caller may not
     */
    public Operation read(Asked asked, Who who) {
        Admission.requireKnown(who);
        String text = persisted.text(asked);
        ReadDocument document = reader.read(text);
        persisted.keep(asked, text);
        ReadOperation operation = document.operation(asked.operationName());
        Admission.require(operation, who);
        Map<String, Object> variables = JsonValues.plain(asked.variables());
        operation.checkVariables(variables);
        long cost = operation.cost(variables);
        return new Operation(asked, text, document.document(), operation, cost);
    }
}
