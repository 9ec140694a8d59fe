package io.goaltree.edge.limits;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.goaltree.shared.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that may be executed. Immutable, and shared by every request that sends the same text. */
public final class ReadDocument {
    private final String text;
    private final Document document;
    private final List<ReadOperation> operations;

    ReadDocument(String text, Document document, Types types, Fragments fragments, DocumentLimits limits) {
        this.text = text;
        this.document = document;
        this.operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(it -> new ReadOperation(it, types, fragments, limits))
                .toList();
    }

    public String text() {
        return text;
    }

    public Document document() {
        return document;
    }

    /**
     * The operation to execute.
     *
     * @param name null or empty when the caller names none
     * @throws DocumentRefused when none has the name, or none is named and several are there
     */
    public ReadOperation operation(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            if (operations.size() != 1) {
                throw refused("The document has " + operations.size()
                        + " operations; operationName must say which one to execute");
            }
            return operations.get(0);
        }
        return operations.stream()
                .filter(it -> name.equals(it.definition().getName()))
                .findFirst()
                .orElseThrow(() -> refused("The document has no operation named '" + Check.shortened(name) + "'"));
    }

    private static DocumentRefused refused(String message) {
        return new DocumentRefused(Refusal.at(null, RequestCode.OPERATION_RESOLUTION_FAILURE, message));
    }
}
