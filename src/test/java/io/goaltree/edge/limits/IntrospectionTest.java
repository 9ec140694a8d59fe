package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.refusal;
import static io.goaltree.edge.limits.RequestCode.INTROSPECTION_DISABLED;
import static io.goaltree.edge.limits.RequestCode.INTROSPECTION_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own schema answers about itself, and what its named examples cost, under the default limits. */
class IntrospectionTest {
    private static final GraphQLSchema PRODUCT = Documents.product();
    private static final String STANDARD =
            Documents.file(Path.of("src", "test", "resources", "graphql", "introspection.graphql"));

    private final DocumentReader reader = new DocumentReader(PRODUCT, new Allowed().limits());

    @Test
    void the_standard_query_of_tools_is_answered() {
        assertThat(reader.read(STANDARD).operation(null).cost(Map.of())).isEqualTo(49_432);
        ExecutionResult answer = GraphQL.newGraphQL(PRODUCT).build().execute(STANDARD);
        assertThat(answer.getErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { type { fields { name } } } } } }",
                "{ __schema { types { interfaces { possibleTypes { interfaces { name } } } } } }",
                "{ __type(name: \"Team\") { inputFields { type { inputFields { name } } } } }",
                "{ __schema { types { possibleTypes { possibleTypes { name } } } } }",
                "{ a: __type(name: \"Team\") { name } b: __type(name: \"Kpi\") { name } }",
                "{ a: __schema { types { name } } b: __schema { types { name } } }",
                "{ __schema { types { ...t } } } fragment t on __Type { fields { type { ...u } } } fragment u on __Type { fields { name } }",
            })
    void circles_are_refused_before_graphql_java_would_refuse_them_without_a_code(String text) {
        assertThat(GraphQL.newGraphQL(PRODUCT)
                        .build()
                        .execute(text)
                        .getErrors()
                        .get(0)
                        .getMessage())
                .contains("not asking for introspection in good faith");
        assertThat(refusal(reader, text).code()).isEqualTo(INTROSPECTION_TOO_LARGE);
    }

    @Test
    void more_than_five_hundred_fields_are_refused_too() {
        String text = "{ __schema { " + "types { name kind }".repeat(0)
                + Documents.times(90, i -> "a" + i + ": types { name kind enumValues { name isDeprecated } }") + " } }";
        assertThat(GraphQL.newGraphQL(PRODUCT)
                        .build()
                        .execute(text)
                        .getErrors()
                        .get(0)
                        .getMessage())
                .contains("not asking for introspection in good faith");
        assertThat(refusal(reader, text))
                .isEqualTo(Refusal.at(
                        new graphql.language.SourceLocation(1, 1),
                        INTROSPECTION_TOO_LARGE,
                        "Introspection may name each of __schema, __type, fields, inputFields, interfaces, possibleTypes once,"
                                + " with at most 500 fields and 20 levels in the operation"));
    }

    @Test
    void switched_off_it_is_refused_wherever_it_stands() {
        Allowed allowed = new Allowed();
        allowed.introspection = false;
        DocumentReader closed = new DocumentReader(PRODUCT, allowed.limits());
        for (String text : new String[] {
            STANDARD,
            "{ __schema { types { name } } }",
            "{ cycles { nodes { id } } ...q } fragment q on Query { ... { __type(name: \"Team\") { name } } }"
        }) {
            assertThat(refusal(closed, text).code()).isEqualTo(INTROSPECTION_DISABLED);
            assertThat(refusal(closed, text).message())
                    .isEqualTo("Introspection is switched off; __typename is answered always");
        }
        assertThat(closed.read("{ __typename cycles { __typename } }")
                        .operation(null)
                        .cost(Map.of()))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"at-risk, 72", "cycle-summary, 82", "goal-tree, 818", "kpi-values, 21", "record-kpi-values, 138"})
    void the_named_examples_pass(String name, long cost) {
        String text = Documents.file(Path.of("schema", "operations", name + ".graphql"));
        assertThat(reader.read(text).operation(null).cost(Map.of())).isEqualTo(cost);
    }

    @Test
    void whatever_else_becomes_an_example_passes_too() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("schema", "operations"))) {
            assertThat(examples.toList())
                    .isNotEmpty()
                    .allSatisfy(example ->
                            reader.read(Documents.file(example)).operation(null).cost(Map.of()));
        }
    }
}
