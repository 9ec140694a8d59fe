package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static io.goaltree.edge.limits.Documents.refusals;
import static io.goaltree.edge.limits.Documents.times;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ nobody }                                    | Field 'nobody' in type 'Query' is undefined",
                "{ me }                                        | Subselection required for type 'Person' of field 'me'",
                "{ hello { a } }                               | Subselection not allowed on leaf type 'String' of field 'hello'",
                "{ node { id } }                               | Missing field argument 'id'",
                "{ echo(colour: \"RED\") }                     | argument 'colour' with value '\"RED\"' is not a valid 'Colour'",
                "{ echo(colour: BLUE) }                        | argument 'colour' with value 'BLUE' is not a valid 'Colour'",
                "{ search(filter: 1) { id } }                  | argument 'filter' with value '1' must be an object type",
                "{ search(filter: {x: 1}) { id } }             | argument 'filter' with value '{x:1}' contains a field not in 'Filter': 'x'",
                "{ node(id: null) { id } }                     | Null value for non-null field argument 'id'",
                "query($a: Int!) { me { id } }                 | Unused variable 'a'",
                "{ echo(int: $a) }                             | Undefined variable 'a'",
                "query($a: Int) { echo(text: $a) }             | Variable 'a' of type 'Int' used in position expecting type 'String'",
                "query($a: Colour = 5) { echo(colour: $a) }    | Bad default value '5' for type 'Colour'",
                "query($a: Filter = {x: 1}) { search(filter: $a) { id } } | Bad default value '{x:1}' for type 'Filter'",
                "{ ...a }                                      | Undefined fragment 'a'",
                "{ hello } fragment a on Team { id }           | Unused fragment 'a'",
                "{ hello @magic }                              | Unknown directive 'magic'",
                "{ me { ... on Team { id } } }                 | Fragment cannot be spread here as objects of type 'Person' can never be of type 'Team'",
                "{ a: hello a: __typename }                    | 'a' : 'hello' and '__typename' are different fields",
                "{ me { a: id a: name } }                      | 'me/a' : returns different types 'ID' and 'String'",
                "{ a: me { id } a: me { id } me { a: best { id } a: team { id } } } | 'me/a' : 'best' and 'team' are different fields",
                "subscription s { changed { id } c: changed { id } } | Subscription operation 's' must have exactly one root field",
                "type A { b: Int } { hello }                   | Type 'A' definition is not executable",
                "{ echo(text: \"a\", text: \"a\") }            | There can be only one argument named 'text'",
                "{ search(filter: {name: \"a\", name: \"a\"}) { id } } | There can be only one field named 'name'",
            })
    void what_does_not_fit_the_schema_is_refused_in_words(String text, String message) {
        assertThat(refusals(reader(), text)).extracting(Refusal::message).contains(message);
        assertThat(refusals(reader(), text))
                .allMatch(it -> it.code() == RequestCode.GRAPHQL_VALIDATION_FAILED)
                .allMatch(it -> !it.message().contains("Validation error"))
                .allMatch(it -> !it.message().matches(".*[a-z]Value.*"));
    }

    @Test
    void places_are_kept() {
        assertThat(refusals(reader(), "{ nobody\n  none }"))
                .extracting(Refusal::locations)
                .containsExactly(List.of(new SourceLocation(1, 3)), List.of(new SourceLocation(2, 3)));
    }

    @Test
    void no_more_than_ten_places_and_five_hundred_characters_are_repeated() {
        Refusal conflict =
                refusal(reader(), "{ me { " + times(20, i -> "posts(first: " + i / 19 + ") { nodes { id } }") + " } }");
        assertThat(conflict.message()).isEqualTo("'me/posts' : fields have different arguments");
        assertThat(conflict.locations()).hasSize(10);
        Refusal unknown = refusal(reader(), "{ " + "u".repeat(9_000) + " }");
        assertThat(unknown.message()).hasSize(503).startsWith("Field 'uuu").endsWith("uuu...");
    }

    @Test
    void three_thousand_unknown_fields_are_given_up_after_a_hundred() {
        List<Refusal> refusals = refusals(reader(), "{ me { " + times(3_000, i -> "u" + i) + " } }");
        assertThat(refusals).hasSize(100);
        assertThat(refusals.get(98).message()).isEqualTo("Field 'u98' in type 'Person' is undefined");
        assertThat(refusals.get(99).message())
                .isEqualTo("The maximum number of validation errors has been reached. (100)");
    }

    @Test
    void circular_fragments_are_refused_wherever_they_are_entered() {
        circular("{ me { ...a } } fragment a on Person { best { ...a } }", "a");
        circular("{ me { ...a } } fragment a on Person { ...b } fragment b on Person { ...a }", "b");
        circular(
                "{ me { ...b } } fragment a on Person { ...b } fragment b on Person { friends { ... { ...a } } }", "b");
        circular("{ hello } fragment a on Person { id ...a }", "a");
        circular(
                "{ me { ...f500 } } " + times(999, i -> "fragment f" + i + " on Person { ...f" + (i + 1) % 999 + " }"),
                "f998");
    }

    @Test
    void a_fragment_that_is_met_twice_is_no_circle() {
        String text =
                "{ me { ...a ...b } } fragment a on Person { ...c ...b } fragment b on Person { ...c } fragment c on Person { id }";
        assertThat(reader().read(text).operation(null).cost(java.util.Map.of())).isEqualTo(4);
    }

    @Test
    void an_operation_is_found_by_its_name() {
        ReadDocument one = reader().read("query only { hello }");
        assertThat(one.operation(null).definition().getName()).isEqualTo("only");
        assertThat(one.operation("").definition().getName()).isEqualTo("only");
        assertThat(one.operation("only").kind()).isEqualTo(graphql.language.OperationDefinition.Operation.QUERY);
        ReadDocument two = reader().read("query a { hello } mutation b { __typename }");
        assertThat(two.operation("b").kind()).isEqualTo(graphql.language.OperationDefinition.Operation.MUTATION);
        unresolved(one, "other", "The document has no operation named 'other'");
        unresolved(two, null, "The document has 2 operations; operationName must say which one to execute");
        unresolved(
                two,
                "c".repeat(100),
                "The document has no operation named '" + "c".repeat(40) + "... (100 characters)'");
    }

    private static void circular(String text, String fragment) {
        Refusal refusal = refusal(reader(), text);
        assertThat(refusal.code()).isEqualTo(RequestCode.GRAPHQL_VALIDATION_FAILED);
        assertThat(refusal.message())
                .isEqualTo("Fragment '" + fragment + "' spreads itself, directly or through others");
    }

    private static void unresolved(ReadDocument document, String name, String message) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                DocumentRefused.class, () -> document.operation(name))
                        .refusals())
                .containsExactly(new Refusal(RequestCode.OPERATION_RESOLUTION_FAILURE, message, List.of()));
    }
}
