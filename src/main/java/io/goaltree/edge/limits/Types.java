package io.goaltree.edge.limits;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;

import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The object types a selection meets, abstract types taken for every object type they can be. */
final class Types {
    private final GraphQLSchema schema;

    Types(GraphQLSchema schema) {
        this.schema = schema;
    }

    GraphQLSchema schema() {
        return schema;
    }

    GraphQLObjectType root(OperationDefinition.Operation kind) {
        return switch (kind) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    List<GraphQLObjectType> possible(GraphQLType type) {
        if (type instanceof GraphQLObjectType object) {
            return List.of(object);
        }
        if (type instanceof GraphQLInterfaceType some) {
            return schema.getImplementations(some);
        }
        return type instanceof GraphQLUnionType union
                ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
                : List.of();
    }

    /** What a fragment selects of objects of the type; null when nothing, or when the selection is no fragment. */
    @Nullable
    SelectionSet inside(Selection<?> selection, GraphQLObjectType type, Fragments fragments) {
        if (selection instanceof InlineFragment inline) {
            return matches(type, inline.getTypeCondition()) ? inline.getSelectionSet() : null;
        }
        FragmentDefinition fragment =
                selection instanceof FragmentSpread spread ? fragments.named(spread.getName()) : null;
        return fragment != null && matches(type, fragment.getTypeCondition()) ? fragment.getSelectionSet() : null;
    }

    private boolean matches(GraphQLObjectType type, @Nullable TypeName condition) {
        if (condition == null || condition.getName().equals(type.getName())) {
            return true;
        }
        GraphQLType named = schema.getType(condition.getName());
        return named != null && possible(named).contains(type);
    }

    GraphQLFieldDefinition field(GraphQLObjectType type, Field field) {
        return Introspection.getFieldDefinition(schema, type, field.getName());
    }

    /** The names of all object types that fields of an operation answer, and of its root. */
    Set<String> of(OperationDefinition operation, Fragments fragments) {
        Set<String> names = new TreeSet<>();
        collect(operation.getSelectionSet(), root(operation.getOperation()), fragments, names, new IdentityHashMap<>());
        return names;
    }

    private void collect(
            SelectionSet set,
            GraphQLObjectType type,
            Fragments fragments,
            Set<String> names,
            Map<SelectionSet, Set<String>> seen) {
        if (!seen.computeIfAbsent(set, it -> new HashSet<>()).add(type.getName())) {
            return;
        }
        names.add(type.getName());
        for (Selection<?> selection : set.getSelections()) {
            SelectionSet inside = inside(selection, type, fragments);
            if (inside != null) {
                collect(inside, type, fragments, names, seen);
            } else if (selection instanceof Field field && field.getSelectionSet() != null) {
                GraphQLType below = unwrapAll(field(type, field).getType());
                possible(below).forEach(it -> collect(field.getSelectionSet(), it, fragments, names, seen));
            }
        }
    }
}
