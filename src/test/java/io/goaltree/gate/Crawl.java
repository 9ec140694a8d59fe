package io.goaltree.gate;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import io.goaltree.access.Place;
import io.goaltree.access.Right;
import io.goaltree.access.Rule;
import io.goaltree.access.Rules;
import io.goaltree.access.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks for whatever is in a schema, with arguments made by type and the ids of a planted world. */
final class Crawl {
    private static final Map<String, Subject> BY_NAME = Map.of(
            "cycle",
            Subject.CYCLE,
            "team",
            Subject.TEAM,
            "kpis",
            Subject.KPI,
            "ids",
            Subject.OBJECTIVE,
            "id",
            Subject.OBJECTIVE);

    private static final Map<String, Subject> BY_ROOT = Map.of(
            "team", Subject.TEAM,
            "cycle", Subject.CYCLE,
            "kpi", Subject.KPI,
            "keyResult", Subject.KEY_RESULT,
            "history", Subject.KPI);

    private final GraphQLSchema schema;
    private final Planted planted;

    Crawl(GraphQLSchema schema, Planted planted) {
        this.schema = schema;
        this.planted = planted;
    }

    /** A root field with what it needs, and all that it answers one step deep. */
    String selected(GraphQLFieldDefinition field) {
        return call(field) + fields(unwrapAll(field.getType()), true);
    }

    /** The same of a mutation, as those may ask for it who may not read. */
    String barely(GraphQLFieldDefinition field) {
        GraphQLObjectType payload = (GraphQLObjectType) unwrapAll(field.getType());
        String inside = payload.getFieldDefinitions().stream()
                .map(it -> it.getName() + told(it.getName(), unwrapAll(it.getType())))
                .collect(Collectors.joining(" "));
        return field.getName() + "(input: $input) { " + inside + " }";
    }

    /** The same with all that only those may ask for who may read. */
    String fully(GraphQLFieldDefinition field) {
        return field.getName() + "(input: $input)" + deeply(unwrapAll(field.getType()), 2);
    }

    private String deeply(GraphQLType type, int more) {
        if (more == 0 || !(type instanceof GraphQLObjectType object)) {
            return fields(type, true);
        }
        return object.getFieldDefinitions().stream()
                .map(it -> call(it) + deeply(unwrapAll(it.getType()), more - 1))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private static String told(String name, GraphQLType type) {
        if (!(type instanceof GraphQLObjectType object)) {
            return "";
        }
        if (name.equals("results")) {
            return " { index status error { code path message index } value { id } }";
        }
        if (name.equals("userErrors")) {
            return " { code path message index }";
        }
        return object.getFieldDefinition("version") == null ? " { id }" : " { id version }";
    }

    /** @param root the rule of the query by which it is reached */
    record Reached(Rule root, String query) {}

    /** For each object type, the shortest way to it from a query, and there all its fields; from one that takes READ if any. */
    Map<String, Reached> everyType() {
        Map<String, Reached> found = new LinkedHashMap<>();
        List<GraphQLFieldDefinition> roots =
                Objects.requireNonNull(schema.getQueryType()).getFieldDefinitions();
        reach(roots.stream().filter(it -> rule(it).right() == Right.READ).toList(), found);
        reach(roots.stream().filter(it -> rule(it).right() != Right.READ).toList(), found);
        return found;
    }

    private record Step(Rule root, GraphQLType type, String before, String after) {
        Step to(GraphQLType next, String open) {
            return new Step(root, next, before + open, " }" + after);
        }
    }

    private void reach(List<GraphQLFieldDefinition> roots, Map<String, Reached> found) {
        Deque<Step> steps = new ArrayDeque<>();
        roots.forEach(root -> steps.add(new Step(rule(root), unwrapAll(root.getType()), call(root), "")));
        while (!steps.isEmpty()) {
            Step step = steps.remove();
            if (step.type instanceof GraphQLInterfaceType || step.type instanceof GraphQLUnionType) {
                possible(step.type).forEach(it -> steps.add(step.to(it, " { __typename ... on " + it.getName())));
            } else if (step.type instanceof GraphQLObjectType object && !found.containsKey(object.getName())) {
                found.put(object.getName(), new Reached(step.root, step.before + fields(object, true) + step.after));
                object.getFieldDefinitions()
                        .forEach(it -> steps.add(step.to(unwrapAll(it.getType()), " { " + call(it))));
            }
        }
    }

    private static Rule rule(GraphQLFieldDefinition query) {
        return Rules.of(Rules.queries(), query.getName());
    }

    private String fields(GraphQLType type, boolean deeper) {
        if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType) {
            return " { __typename }";
        }
        if (!(type instanceof GraphQLObjectType object)) {
            return "";
        }
        return object.getFieldDefinitions().stream()
                .map(it -> call(it) + (isLeaf(it) ? "" : deeper ? " { __typename }" : ""))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        GraphQLType type = unwrapAll(field.getType());
        return !(type instanceof GraphQLObjectType
                || type instanceof GraphQLInterfaceType
                || type instanceof GraphQLUnionType);
    }

    private List<GraphQLObjectType> possible(GraphQLType type) {
        return type instanceof GraphQLInterfaceType some
                ? schema.getImplementations(some)
                : ((GraphQLUnionType) type)
                        .getTypes().stream().map(GraphQLObjectType.class::cast).toList();
    }

    private String call(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            boolean isOneOfTwo = argument.getName().equals("id");
            if (argument.getType() instanceof GraphQLNonNull || isOneOfTwo) {
                String id = planted.id(
                        isOneOfTwo
                                ? BY_ROOT.getOrDefault(field.getName(), Subject.OBJECTIVE)
                                : Objects.requireNonNull(BY_NAME.get(argument.getName()), argument.getName()));
                boolean isList = unwrapNonNull(argument.getType()) instanceof GraphQLList;
                given.add(argument.getName() + ": " + (isList ? "[\"" + id + "\"]" : "\"" + id + "\""));
            }
        }
        return field.getName() + (given.isEmpty() ? "" : "(" + String.join(", ", given) + ")");
    }

    /** A value for everything that the input of a mutation may hold. */
    Object input(GraphQLFieldDefinition mutation, Rule rule) {
        return value(mutation.getArgument("input").getType(), "", rule);
    }

    private Object value(GraphQLInputType type, String path, Rule rule) {
        GraphQLType bare = unwrapNonNull(type);
        if (bare instanceof GraphQLList list) {
            return List.of(value((GraphQLInputType) list.getWrappedType(), path + ".*", rule));
        }
        if (bare instanceof GraphQLEnumType some) {
            return some.getValues().get(0).getName();
        }
        if (bare instanceof GraphQLInputObjectType input) {
            Map<String, Object> values = new LinkedHashMap<>();
            input.getFieldDefinitions()
                    .forEach(it -> values.put(
                            it.getName(),
                            value(it.getType(), path.isEmpty() ? it.getName() : path + "." + it.getName(), rule)));
            return values;
        }
        for (Place place : rule.places()) {
            if (place.path().replace('#', '*').equals(path)) {
                return planted.id(place.subject());
            }
        }
        String name = ((GraphQLNamedType) bare).getName();
        return switch (name) {
            case "Int" -> 1;
            case "Float" -> 0.5;
            case "Decimal" -> "1";
            case "Boolean" -> true;
            case "Date" -> "2026-10-01";
            case "DateTime" -> "2026-10-01T00:00:00Z";
            case "String" -> path.endsWith("at") ? "2026-11-02" : "x";
            default -> throw new IllegalArgumentException("How is a " + name + " written, at " + path + "?");
        };
    }
}
