package io.goaltree.edge;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLEnumType.newEnum;
import static graphql.schema.GraphQLEnumValueDefinition.newEnumValueDefinition;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLObjectType.newObject;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.SchemaTransformer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the visitor makes of names that carry {@code @deprecated} the way SmallRye leaves it: as a directive and no more. */
class SchemaVisitorTest {
    private static final GraphQLSchema SHAPED =
            SchemaTransformer.transformSchema(schema(), new SchemaVisitor(Descriptions.load()));

    @Test
    void deprecated_fields_show_in_introspection_with_their_reason() {
        assertThat(fields("Query", "fields"))
                .containsExactlyInAnyOrder(
                        Map.entry("bare", "No longer supported"),
                        Map.entry("colour", ""),
                        Map.entry("known", "said before"),
                        Map.entry("old", "use new"));
    }

    @Test
    void deprecated_arguments_input_fields_and_enum_values_do_too() {
        assertThat(fields("In", "inputFields"))
                .containsExactlyInAnyOrder(Map.entry("fresh", ""), Map.entry("stale", "use fresh"));
        assertThat(fields("Colour", "enumValues"))
                .containsExactlyInAnyOrder(Map.entry("GREY", "use GRAY"), Map.entry("RED", ""));
        assertThat(SHAPED.getQueryType()
                        .getFieldDefinition("colour")
                        .getArgument("in")
                        .getDeprecationReason())
                .isEqualTo("use out");
    }

    @Test
    void introspection_keeps_its_own_words() {
        assertThat(SHAPED.getIntrospectionSchemaType().getDescription())
                .isEqualTo(schema().getIntrospectionSchemaType().getDescription());
        assertThat(SHAPED.getIntrospectionSchemaType()
                        .getFieldDefinition("types")
                        .getDescription())
                .isEqualTo(schema().getIntrospectionSchemaType()
                        .getFieldDefinition("types")
                        .getDescription());
    }

    /** Introspection holds on to graphql-java's own: with another one, no variable would fit {@code __type(name:)}. */
    @Test
    void one_string_is_everywhere() {
        assertThat(SHAPED.getType("String")).isSameAs(graphql.Scalars.GraphQLString);
        assertThat(SHAPED.getDirective("deprecated")
                        .getArgument("reason")
                        .getType()
                        .toString())
                .contains("String");
    }

    private static List<Map.Entry<String, String>> fields(String type, String members) {
        String arguments = "(includeDeprecated: true)";
        String query = "{ __type(name: \"" + type + "\") { " + members + arguments + " { name deprecationReason } } }";
        Map<String, Map<String, List<Map<String, String>>>> answer =
                GraphQL.newGraphQL(SHAPED).build().execute(query).getData();
        return answer.get("__type").get(members).stream()
                .map(it -> Map.entry(
                        it.get("name"), it.get("deprecationReason") == null ? "" : it.get("deprecationReason")))
                .toList();
    }

    private static GraphQLSchema schema() {
        return GraphQLSchema.newSchema()
                .query(newObject()
                        .name("Query")
                        .field(newFieldDefinition()
                                .name("old")
                                .type(Scalars.GraphQLString)
                                .withDirective(deprecated("use new")))
                        .field(newFieldDefinition()
                                .name("bare")
                                .type(Scalars.GraphQLString)
                                .withDirective(deprecated(null)))
                        .field(newFieldDefinition()
                                .name("known")
                                .type(Scalars.GraphQLString)
                                .deprecate("said before"))
                        .field(newFieldDefinition()
                                .name("colour")
                                .type(colour())
                                .argument(newArgument()
                                        .name("in")
                                        .type(newInputObject()
                                                .name("In")
                                                .field(newInputObjectField()
                                                        .name("fresh")
                                                        .type(Scalars.GraphQLInt))
                                                .field(newInputObjectField()
                                                        .name("stale")
                                                        .type(Scalars.GraphQLInt)
                                                        .withDirective(deprecated("use fresh")))
                                                .build())
                                        .withDirective(deprecated("use out")))))
                .build();
    }

    private static graphql.schema.GraphQLEnumType colour() {
        return newEnum()
                .name("Colour")
                .value(newEnumValueDefinition().name("RED").value("RED").build())
                .value(newEnumValueDefinition()
                        .name("GREY")
                        .value("GREY")
                        .withDirective(deprecated("use GRAY"))
                        .build())
                .build();
    }

    private static GraphQLDirective deprecated(String reason) {
        GraphQLDirective.Builder directive = GraphQLDirective.newDirective()
                .name("deprecated")
                .validLocations(
                        graphql.introspection.Introspection.DirectiveLocation.FIELD_DEFINITION,
                        graphql.introspection.Introspection.DirectiveLocation.ENUM_VALUE,
                        graphql.introspection.Introspection.DirectiveLocation.ARGUMENT_DEFINITION,
                        graphql.introspection.Introspection.DirectiveLocation.INPUT_FIELD_DEFINITION);
        if (reason != null) {
            directive.argument(
                    newArgument().name("reason").type(Scalars.GraphQLString).valueProgrammatic(reason));
        }
        return directive.build();
    }
}
