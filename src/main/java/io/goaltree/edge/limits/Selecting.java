package io.goaltree.edge.limits;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes once through the selections of an operation, fragments taken in where they are spread. */
final class Selecting {
    private final Types types;
    private final Fragments fragments;
    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final Set<String> rootTypes = new TreeSet<>();
    private final Map<SelectionSet, Set<String>> seen = new IdentityHashMap<>();

    Selecting(Types types, Fragments fragments) {
        this.types = types;
        this.fragments = fragments;
    }

    Selected of(OperationDefinition operation) {
        GraphQLObjectType root = types.root(operation.getOperation());
        collect(operation.getSelectionSet(), root);
        Set<String> names = fields.remove(root.getName());
        for (String name : names == null ? Set.<String>of() : names) {
            if (!name.startsWith("__")) {
                rootTypes.add(((GraphQLNamedType)
                                unwrapAll(root.getFieldDefinition(name).getType()))
                        .getName());
            }
        }
        return new Selected(names == null ? Set.of() : names, rootTypes, fields);
    }

    private void collect(SelectionSet set, GraphQLObjectType type) {
        if (!seen.computeIfAbsent(set, it -> new HashSet<>()).add(type.getName())) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            SelectionSet inside = types.inside(selection, type, fragments);
            if (inside != null) {
                collect(inside, type);
            } else if (selection instanceof Field field) {
                fields.computeIfAbsent(type.getName(), it -> new TreeSet<>()).add(field.getName());
                if (field.getSelectionSet() != null) {
                    types.possible(unwrapAll(types.field(type, field).getType()))
                            .forEach(below -> collect(field.getSelectionSet(), below));
                }
            }
        }
    }
}
