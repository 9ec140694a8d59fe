package io.goaltree.edge;

import static io.goaltree.GraphQl.ask;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {
    private static final Path COMMITTED = Path.of("schema", "schema.graphql");
    private static final Path GENERATED = Path.of("target", "schema.graphql");
    private static final Set<String> BUILT_IN = Set.of("Boolean", "Float", "ID", "Int", "String");

    @Inject
    GraphQLSchema schema;

    @Test
    void the_committed_schema_is_the_one_that_is_served() throws IOException {
        String served = get("/graphql/schema.graphql").asString().strip() + "\n";
        Files.writeString(GENERATED, served);
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("schema/schema.graphql is out of date; review the change, then: cp target/schema.graphql schema/")
                .isEqualTo(served);
    }

    @Test
    void everything_in_the_schema_says_what_it_means() {
        List<String> silent = new ArrayList<>();
        for (GraphQLNamedType type : types()) {
            note(silent, type.getName(), type.getDescription());
            if (type instanceof GraphQLFieldsContainer container) {
                container.getFieldDefinitions().forEach(field -> noteField(silent, type, field));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions()
                        .forEach(field -> note(silent, type.getName() + "." + field.getName(), field.getDescription()));
            } else if (type instanceof GraphQLEnumType enumeration) {
                enumeration
                        .getValues()
                        .forEach(value -> note(silent, type.getName() + "." + value.getName(), value.getDescription()));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void no_description_is_left_without_its_subject() {
        Set<String> subjects = new TreeSet<>();
        for (GraphQLNamedType type : types()) {
            subjects.add(type.getName());
            List<String> members = new ArrayList<>();
            if (type instanceof GraphQLFieldsContainer container) {
                for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
                    members.add(field.getName());
                    for (GraphQLArgument argument : field.getArguments()) {
                        subjects.add(type.getName() + "." + field.getName() + "." + argument.getName());
                        subjects.add("*." + argument.getName());
                    }
                }
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().forEach(field -> members.add(field.getName()));
            } else if (type instanceof GraphQLEnumType enumeration) {
                enumeration.getValues().forEach(value -> members.add(value.getName()));
            }
            for (String member : members) {
                subjects.add(type.getName() + "." + member);
                subjects.add("*." + member);
            }
        }
        Set<String> orphans = new TreeSet<>(Descriptions.load().keys());
        orphans.removeAll(subjects);
        assertThat(orphans).isEmpty();
    }

    @Test
    void every_directive_is_there_once_and_none_is_foreign() {
        assertThat(ask("{ __schema { directives { name } } }").<String>list("__schema.directives.name"))
                .containsExactlyInAnyOrder(
                        "include",
                        "skip",
                        "deprecated",
                        "specifiedBy",
                        "oneOf",
                        "defer",
                        "rolesAllowed",
                        "experimental_disableErrorPropagation");
    }

    private List<GraphQLNamedType> types() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__") && !BUILT_IN.contains(type.getName()))
                .toList();
    }

    private static void noteField(List<String> silent, GraphQLNamedType type, GraphQLFieldDefinition field) {
        String name = type.getName() + "." + field.getName();
        note(silent, name, field.getDescription());
        field.getArguments()
                .forEach(argument -> note(silent, name + "." + argument.getName(), argument.getDescription()));
    }

    private static void note(List<String> silent, String name, String description) {
        if (description == null || description.isBlank()) {
            silent.add(name);
        }
    }
}
