package io.goaltree.edge.limits;

import graphql.language.OperationDefinition;
import java.util.Map;
import java.util.Set;

public record ReadOperation(OperationDefinition definition) {
    public OperationDefinition.Operation kind() {
        return definition.getOperation();
    }

    public long cost(Map<String, Object> rawVariables) {
        return 0;
    }

    public Set<String> types() {
        return Set.of();
    }
}
