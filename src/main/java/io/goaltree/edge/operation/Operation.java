package io.goaltree.edge.operation;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.goaltree.edge.limits.ReadOperation;

/**
 * An operation that has passed every limit and may run.
 *
 * @param cost the most values it can answer
 */
public record Operation(Asked asked, String text, Document document, ReadOperation read, long cost) {

    public boolean isMutation() {
        return read.kind() == OperationDefinition.Operation.MUTATION;
    }

    public boolean isSubscription() {
        return read.kind() == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
