package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema explains itself to strangers: each name has a description, and each description has a name. */
@QuarkusTest
class DescriptionsTest {
    @Inject
    GraphQLSchema schema;

    private record Name(String path, String anyPath, GraphQLNamedSchemaElement element) {}

    @Test
    void every_name_of_the_schema_is_described() {
        assertThat(names())
                .hasSizeGreaterThan(300)
                .filteredOn(name -> name.element().getDescription() == null
                        || name.element().getDescription().isBlank())
                .extracting(Name::path)
                .isEmpty();
    }

    @Test
    void every_description_is_one_of_a_name_of_the_schema() {
        Set<String> unused = new TreeSet<>(Descriptions.load().keys());
        for (Name name : names()) {
            unused.remove(name.path());
        }
        Set<String> shared = new HashSet<>(names().stream().map(Name::anyPath).toList());
        unused.removeIf(shared::contains);

        assertThat(unused).isEmpty();
    }

    @Test
    void a_description_is_sentences() {
        assertThat(names())
                .allSatisfy(name -> assertThat(name.element().getDescription())
                        .as(name.path())
                        .matches("(?s)[A-Z\"].*[.]"));
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type.getName().startsWith("__") || ScalarInfo.isGraphqlSpecifiedScalar(type.getName())) {
                continue;
            }
            names.add(new Name(type.getName(), "", type));
            if (type instanceof GraphQLFieldsContainer fields) {
                fields.getFieldDefinitions().forEach(field -> add(names, type, field));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().forEach(field -> names.add(member(type, field)));
            } else if (type instanceof GraphQLEnumType choice) {
                choice.getValues().forEach(value -> names.add(member(type, value)));
            }
        }
        return names;
    }

    private static void add(List<Name> names, GraphQLNamedType type, GraphQLFieldDefinition field) {
        names.add(member(type, field));
        for (GraphQLArgument argument : field.getArguments()) {
            names.add(new Name(
                    type.getName() + "." + field.getName() + "." + argument.getName(),
                    "*." + argument.getName(),
                    argument));
        }
    }

    private static Name member(GraphQLNamedType type, GraphQLNamedSchemaElement member) {
        return new Name(type.getName() + "." + member.getName(), "*." + member.getName(), member);
    }
}
