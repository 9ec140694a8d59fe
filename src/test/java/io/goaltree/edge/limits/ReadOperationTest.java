package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.cost;
import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.SourceLocation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of an operation besides its cost: whether its pages and the whole are bearable, and what it touches. */
class ReadOperationTest {

    @Test
    void one_operation_of_several_is_counted() {
        ReadDocument document = reader().read("query a { hello } query b { all { id } }");
        assertThat(document.operation("a").cost(Map.of())).isEqualTo(1);
        assertThat(document.operation("b").cost(Map.of())).isEqualTo(11);
    }

    @Test
    void a_page_is_counted_up_to_the_largest_and_above_it_refused() {
        assertThat(cost("{ people(first: 1000) { nodes { id } } }")).isEqualTo(1_002);
        outOfRange(
                "{\n  people(first: 1001) { nodes { id } } }",
                Map.of(),
                "first is 1001; it must be between 0 and 1000");
        outOfRange(
                "{\n  people(last: 1000000) { nodes { id } } }",
                Map.of(),
                "last is 1000000; it must be between 0 and 1000");
        outOfRange(
                "{\n  top(first: 2147483647) { id } }", Map.of(), "first is 2147483647; it must be between 0 and 1000");
        String text = "query($n: Int) {\n  people(first: $n) { totalCount } }";
        outOfRange(text, Map.of("n", 1_001), "first is 1001; it must be between 0 and 1000");
        outOfRange(text, Map.of("n", 99_999_999_999L), "first is 99999999999; it must be between 0 and 1000");
        outOfRange(
                text,
                Map.of("n", new BigDecimal("1e999999999")),
                "first is 1E+999999999; it must be between 0 and 1000");
        outOfRange(
                text,
                Map.of("n", new BigInteger("9".repeat(100))),
                "first is " + "9".repeat(40) + "... (100 characters); it must be between 0 and 1000");
        outOfRange(
                "query($n: Int = 1001) {\n  people(first: $n) { totalCount } }",
                Map.of(),
                "first is 1001; it must be between 0 and 1000");
    }

    @Test
    void what_is_left_out_is_not_looked_at() {
        assertThat(cost("{ people(first: 1001) @skip(if: true) { totalCount } }"))
                .isZero();
    }

    @Test
    void a_cost_above_the_limit_is_refused_with_both_figures() {
        Refusal refusal = refusal(reader(it -> it.cost = 12), "\nquery q { all { id } hello hello }");
        assertThat(refusal)
                .isEqualTo(new Refusal(
                        RequestCode.COST_TOO_HIGH,
                        "The operation may answer 13 values; at most 12 are allowed: select fewer fields, or smaller pages",
                        List.of(new SourceLocation(2, 1))));
    }

    @Test
    void types_are_those_whose_fields_are_selected() {
        assertThat(types("{ hello }")).containsExactlyInAnyOrder("Query");
        assertThat(types("{ people { nodes { team { id } } } }"))
                .containsExactlyInAnyOrder("Query", "PersonConnection", "Person", "Team");
        assertThat(types("{ anything { __typename } }")).containsExactlyInAnyOrder("Query", "Person", "Team");
        assertThat(types("{ node(id: 1) { ... on Team { lead { id } } } }"))
                .containsExactlyInAnyOrder("Query", "Person", "Post", "Team");
        assertThat(
                        types(
                                "{ ...q } fragment q on Query { me @skip(if: true) { ...p } } fragment p on Person { posts { nodes { id } } }"))
                .containsExactlyInAnyOrder("Query", "Person", "PostConnection", "Post");
        assertThat(types("mutation { record(input: {}) { created } }"))
                .containsExactlyInAnyOrder("Mutation", "RecordPayload");
    }

    private static java.util.Set<String> types(String text) {
        return reader().read(text).operation(null).types();
    }

    private static void outOfRange(String text, Map<String, Object> variables, String message) {
        assertThat(refusal(reader(), text, new HashMap<>(variables)))
                .isEqualTo(new Refusal(RequestCode.OUT_OF_RANGE, message, List.of(new SourceLocation(2, 3))));
    }
}
