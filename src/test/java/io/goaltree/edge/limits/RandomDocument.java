package io.goaltree.edge.limits;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A valid operation of a schema, and its variables: fields under aliases of their own (equal fields would be answered once), pages and
 * lists as literals, variables and defaults, fragments inline and named, and directives that leave out.
 */
final class RandomDocument {
    private final GraphQLSchema schema;
    private final Random random;
    private final boolean abstractTypes;
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder fragments = new StringBuilder();
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final String text;
    private int names;

    RandomDocument(GraphQLSchema schema, Random random, boolean abstractTypes) {
        this.schema = schema;
        this.random = random;
        this.abstractTypes = abstractTypes;
        boolean mutation = random.nextInt(8) == 0;
        String selection = selection(mutation ? schema.getMutationType() : schema.getQueryType(), 3);
        this.text = (mutation ? "mutation q" : "query q")
                + (declarations.isEmpty() ? "" : "(" + declarations + ")")
                + " " + selection + fragments;
    }

    String text() {
        return text;
    }

    Map<String, Object> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return text + " " + variables;
    }

    private String selection(GraphQLNamedOutputType type, int depth) {
        StringBuilder set = new StringBuilder("{ ").append(name()).append(": __typename ");
        for (int i = random.nextInt(4); i >= 0; i--) {
            set.append(selected(type, depth)).append(' ');
        }
        return set.append("}").toString();
    }

    private String selected(GraphQLNamedOutputType type, int depth) {
        if (depth > 0 && random.nextInt(5) == 0) {
            return fragment(type, depth);
        }
        List<GraphQLFieldDefinition> fields = fields(type).stream()
                .filter(it -> depth > 0 || GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(it.getType())))
                .filter(it -> abstractTypes || !CostLawTest.isAbstract(it))
                .toList();
        if (fields.isEmpty()) {
            return name() + ": __typename";
        }
        GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
        GraphQLNamedOutputType below = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        return name() + ": " + field.getName() + arguments(field) + directive()
                + (GraphQLTypeUtil.isLeaf(below) ? "" : " " + selection(below, depth - 1));
    }

    private String fragment(GraphQLNamedOutputType type, int depth) {
        GraphQLNamedOutputType on = type;
        if (abstractTypes && !(type instanceof GraphQLObjectType)) {
            List<GraphQLObjectType> possible = new Types(schema).possible(type);
            on = possible.get(random.nextInt(possible.size()));
        }
        if (random.nextBoolean()) {
            return "... " + (on == type && random.nextBoolean() ? "" : "on " + on.getName()) + directive() + " "
                    + selection(on, depth - 1);
        }
        String name = name();
        String body = selection(on, depth - 1);
        fragments.append(" fragment " + name + " on " + on.getName() + " " + body);
        return "..." + name + directive();
    }

    private static List<GraphQLFieldDefinition> fields(GraphQLNamedOutputType type) {
        if (type instanceof GraphQLObjectType object) {
            return object.getFieldDefinitions();
        }
        return type instanceof GraphQLInterfaceType some ? some.getFieldDefinitions() : List.of();
    }

    private String arguments(GraphQLFieldDefinition field) {
        StringBuilder arguments = new StringBuilder();
        for (GraphQLArgument argument : field.getArguments()) {
            String type = GraphQLTypeUtil.simplePrint(argument.getType());
            String value = value(argument.getName(), type);
            if (value != null) {
                arguments.append(argument.getName()).append(": ").append(value).append(' ');
            }
        }
        return arguments.isEmpty() ? "" : "(" + arguments + ")";
    }

    private String value(String name, String type) {
        if (!type.endsWith("!") && random.nextInt(3) == 0) {
            return random.nextBoolean() ? null : "null";
        }
        return switch (type) {
            case "Int" -> variable(type, random.nextInt(4));
            case "[ID!]" -> variable(type, Collections.nCopies(random.nextInt(4), 7));
            case "RecordInput!" -> "{mode: \"a\" values: " + value("values", "[Int!]") + "}";
            case "[Int!]" -> variable(type, Collections.nCopies(random.nextInt(4), 7));
            case "Filter" -> random.nextBoolean() ? "{name: \"a\"}" : "{ids: " + value("ids", "[ID!]") + "}";
            case "ID!" -> "7";
            default -> "null";
        };
    }

    /** A literal, a variable that is sent, one with a default, or one with a default that is overruled. */
    private String variable(String type, Object value) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return value.toString();
        }
        String name = name();
        declarations.append("$").append(name).append(": ").append(type);
        if (kind > 1) {
            Object overruled = value instanceof List ? List.of(1, 2, 3, 4) : value instanceof Boolean yes ? !yes : 4;
            declarations.append(" = ").append(kind == 2 ? value : overruled);
        }
        declarations.append(' ');
        if (kind != 2) {
            variables.put(name, value);
        }
        return "$" + name;
    }

    private String directive() {
        if (random.nextInt(6) > 0) {
            return "";
        }
        String name = random.nextBoolean() ? "skip" : "include";
        String condition = variable("Boolean!", random.nextBoolean());
        return " @" + name + "(if: " + condition + ")";
    }

    private String name() {
        return "n" + names++;
    }
}
