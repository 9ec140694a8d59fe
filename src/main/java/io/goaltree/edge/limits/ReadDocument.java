package io.goaltree.edge.limits;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record ReadDocument(String text, Document document) {
    public ReadOperation operation(@Nullable String name) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        return all.stream()
                .filter(it -> name == null ? all.size() == 1 : name.equals(it.getName()))
                .findFirst()
                .map(ReadOperation::new)
                .orElseThrow(() -> new DocumentRefused(RequestCode.OPERATION_RESOLUTION_FAILURE, "no operation"));
    }
}
