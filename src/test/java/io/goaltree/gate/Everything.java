package io.goaltree.gate;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Selections of all that the schema has, some steps deep. */
final class Everything {
    private final TypeDefinitionRegistry schema;

    Everything() {
        try {
            schema = new SchemaParser().parse(Files.readString(Path.of("schema/schema.graphql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> fieldsOfQuery() {
        return fields("Query").stream().map(FieldDefinition::getName).toList();
    }

    /** All fields of what a field of Query answers; {@code steps} from thing to thing, not counting pages. */
    String ofQuery(String queryField, int steps) {
        FieldDefinition field = fields("Query").stream()
                .filter(it -> it.getName().equals(queryField))
                .findFirst()
                .orElseThrow();
        return selection(named(field.getType()), steps);
    }

    private String selection(String type, int steps) {
        if (schema.getType(type).orElse(null) instanceof UnionTypeDefinition union) {
            return parts(
                    union.getMemberTypes().stream()
                            .map(it -> ((TypeName) it).getName())
                            .toList(),
                    steps);
        }
        if (schema.getType(type).orElse(null) instanceof InterfaceTypeDefinition shared) {
            return parts(
                    schema.getImplementationsOf(shared).stream()
                            .map(ImplementingTypeDefinition::getName)
                            .toList(),
                    steps);
        }
        return fields(type).stream()
                .filter(field -> !field.getName().equals("edges"))
                .map(field -> field(field, type.endsWith("Connection") ? steps : steps - 1))
                .collect(Collectors.joining(" ", "{ __typename ", " }"));
    }

    /** Where fields of one name differ in type from part to part, each gets the name of its part. */
    private String parts(List<String> types, int steps) {
        return types.stream()
                .map(type -> "... on " + type + " { __typename "
                        + fields(type).stream()
                                .filter(field -> !field.getName().equals("edges"))
                                .map(field -> field(field, steps - 1))
                                .filter(text -> !text.isEmpty())
                                .map(text -> alias(types, type, text.split("[ ({]")[0]) + text)
                                .collect(Collectors.joining(" "))
                        + " }")
                .collect(Collectors.joining(" ", "{ __typename ", " }"));
    }

    private String alias(List<String> types, String type, String field) {
        long kinds = types.stream()
                .flatMap(part -> fields(part).stream())
                .filter(other -> other.getName().equals(field))
                .map(other -> AstPrinter.printAst(other.getType()))
                .distinct()
                .count();
        return kinds > 1 ? type + "_" + field + ": " : "";
    }

    private String field(FieldDefinition field, int steps) {
        String type = named(field.getType());
        boolean isLeaf = !schema.getType(type)
                .map(it -> it instanceof ObjectTypeDefinition
                        || it instanceof UnionTypeDefinition
                        || it instanceof InterfaceTypeDefinition)
                .orElse(false);
        if (isLeaf) {
            return field.getName();
        }
        if (steps <= 0) {
            return "";
        }
        boolean isPaged = field.getInputValueDefinitions().stream()
                .anyMatch(it -> it.getName().equals("first"));
        return field.getName() + (isPaged ? "(first: 5) " : " ") + selection(type, steps);
    }

    private List<FieldDefinition> fields(String type) {
        return ((ImplementingTypeDefinition<?>) schema.getType(type).orElseThrow()).getFieldDefinitions();
    }

    private static String named(Type<?> type) {
        if (type instanceof NonNullType sure) {
            return named(sure.getType());
        }
        return type instanceof ListType list ? named(list.getType()) : ((TypeName) type).getName();
    }
}
