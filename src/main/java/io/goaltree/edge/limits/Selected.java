package io.goaltree.edge.limits;

import java.util.Map;
import java.util.Set;

/**
 * What an operation selects, whatever the variables.
 *
 * @param root the names of its root fields
 * @param rootTypes the names of the types that these answer
 * @param fields of each object type that is met, by its name, the names of the fields selected; without those of the root
 */
public record Selected(Set<String> root, Set<String> rootTypes, Map<String, Set<String>> fields) {
    public Selected {
        root = Set.copyOf(root);
        rootTypes = Set.copyOf(rootTypes);
        fields = Map.copyOf(fields);
    }
}
