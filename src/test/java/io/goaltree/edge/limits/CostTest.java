package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.cost;
import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static io.goaltree.edge.limits.Documents.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard page is 50, a list of unknown length 10. */
class CostTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // every field is one, leaf and object alike
                "{ hello }                                              | 1",
                "{ hello __typename hello }                             | 3",
                "{ me { id name best { id } } }                         | 5",
                "{ me { tags } }                                        | 2",
                // lists
                "{ all { id name } }                                    | 21",
                "{ all { friends { id } } }                             | 111",
                "{ grid { value } }                                     | 101",
                // pages
                "{ people { nodes { id name } } }                       | 102",
                "{ people(first: 3) { nodes { id name } } }             | 8",
                "{ people(last: 3) { nodes { id name } } }              | 8",
                "{ people(first: null) { nodes { id } } }               | 52",
                "{ people(first: null, last: 3) { nodes { id } } }      | 5",
                "{ people(first: 3, last: 4) { nodes { id } } }         | 6",
                "{ people(first: 0) { nodes { id } totalCount } }       | 3",
                "{ people(first: -5) { nodes { id } } }                 | 2",
                "{ top { id } }                                         | 5",
                "{ top(first: 7) { id } }                               | 8",
                "{ top(first: null) { id } }                            | 51",
                // once, for what lies below edges and nodes
                "{ people(first: 3) { edges { cursor node { id } } } }  | 11",
                "{ people(first: 3) { pageInfo { hasNextPage } totalCount } } | 4",
                "{ people(first: 3) { nodes { friends { id } } } }      | 35",
                "{ people(first: 3) { nodes { posts(first: 4) { nodes { id } } } } } | 20",
                "{ people(first: 3) { ... { nodes { id } } ...c } } fragment c on PersonConnection { nodes { id } } | 9",
                // first is a page only when it is a number
                "{ broken(first: \"a\") { id } }                        | 11",
                // lists that are handed over
                "{ byIds(ids: [1, 2, 3]) { id } }                       | 4",
                "{ byIds(ids: \"a\") { id } }                           | 2",
                "{ byIds(ids: []) { id } }                              | 11",
                "{ byIds(ids: null) { id } }                            | 11",
                "{ byIds { id } }                                       | 11",
                "{ search(filter: {ids: [1, 2], name: \"a\"}) { id } }  | 3",
                "{ search(filter: {ids: 1}) { id } }                    | 2",
                "{ search(filter: {name: \"a\"}) { id } }               | 11",
                "{ byIds(ids: [1, 2]) { friends { id } } }              | 23",
                "mutation { record(input: {values: [1, 2, 3]}) { created results { index } last { index } } } | 8",
                "mutation { record(input: {values: [1], notes: [\"a\", \"b\"]}) { results { index } } } | 4",
                "mutation { record(input: {mode: \"a\"}) { results { index } } } | 12",
                "mutation { record(input: {values: [1, 2]}) { results { person { friends { id } } } } } | 26",
                "mutation { record(input: {inner: {ids: [1, 2]}}) { results { index } } } | 12",
                // directives
                "{ hello @skip(if: true) }                              | 0",
                "{ hello @skip(if: false) }                             | 1",
                "{ hello @include(if: false) }                          | 0",
                "{ hello @include(if: true) }                           | 1",
                "{ hello @include(if: true) @skip(if: true) }           | 0",
                "{ ... @skip(if: true) { hello } ...q @include(if: false) } fragment q on Query { hello } | 0",
                // fragments
                "{ me { ...p ...p } } fragment p on Person { id best { id } } | 7",
                "{ all { ...p } } fragment p on Person { friends { ...q } } fragment q on Person { id name } | 211",
                // the dearest type an object can be of
                "{ node(id: 1) { id } }                                 | 2",
                "{ node(id: 1) { id ... on Person { friends { id } } ... on Post { likes { id name } } } } | 23",
                "{ node(id: 1) { ... on Team { members { id } } ... on Person { name } __typename } } | 13",
                "{ everything { ... on Person { id name } ... on Team { id } } } | 21",
                "{ everything { ... on Node { ... on Team { id lead { id } } id } } } | 41",
                "{ me { ... on Node { id ... on Team { members { id } } } } } | 2",
                "subscription { changed { id } }                        | 2",
            })
    void literals(String text, long cost) {
        assertThat(cost(text)).isEqualTo(cost);
    }

    @Test
    void variables_give_the_size_of_a_page() {
        String text = "query($n: Int) { people(first: $n) { nodes { id } } }";
        assertThat(cost(text, Map.of("n", 3))).isEqualTo(5);
        assertThat(cost(text, Map.of("n", 3L))).isEqualTo(5);
        assertThat(cost(text, Map.of("n", 3.0))).isEqualTo(5);
        assertThat(cost(text, Map.of("n", new BigDecimal("3e0")))).isEqualTo(5);
        assertThat(cost(text, Map.of("n", BigInteger.valueOf(3)))).isEqualTo(5);
        assertThat(cost(text)).isEqualTo(52);
        assertThat(cost(text, Collections.singletonMap("n", null))).isEqualTo(52);
        String standing = "query($n: Int = 3) { people(first: $n) { nodes { id } } }";
        assertThat(cost(standing)).isEqualTo(5);
        assertThat(cost(standing, Map.of("n", 4))).isEqualTo(6);
        assertThat(cost(standing, Collections.singletonMap("n", null))).isEqualTo(52);
        assertThat(cost("query($n: Int) { top(first: $n) { id } }"))
                .as("the argument's own default")
                .isEqualTo(5);
        assertThat(cost("query($n: Int) { top(first: $n) { id } }", Collections.singletonMap("n", null)))
                .isEqualTo(51);
    }

    @Test
    void a_page_that_makes_no_sense_costs_nothing() {
        String text = "query($n: Int) { people(first: $n) { nodes { id } } }";
        for (Object nonsense :
                Arrays.asList("3", true, 1.5, -1, new BigDecimal("-1e999999999"), List.of(3), Map.of())) {
            assertThat(cost(text, Map.of("n", nonsense))).as("%s", nonsense).isEqualTo(2);
        }
    }

    @Test
    void variables_give_the_length_of_a_list() {
        String ids = "query($ids: [ID!]) { byIds(ids: $ids) { id } }";
        assertThat(cost(ids, Map.of("ids", List.of(1, 2, 3)))).isEqualTo(4);
        assertThat(cost(ids, Map.of("ids", "one"))).isEqualTo(2);
        assertThat(cost(ids, Map.of("ids", List.of()))).isEqualTo(11);
        assertThat(cost(ids)).isEqualTo(11);
        assertThat(cost("query($ids: [ID!] = [1, 2]) { byIds(ids: $ids) { id } }"))
                .isEqualTo(3);
        assertThat(cost("query($a: ID!) { byIds(ids: [$a, 2, 3]) { id } }", Map.of("a", 1)))
                .isEqualTo(4);
        String input = "mutation($input: RecordInput!) { record(input: $input) { results { index } } }";
        assertThat(cost(input, Map.of("input", Map.of("values", List.of(1, 2, 3)))))
                .isEqualTo(5);
        assertThat(cost(input, Map.of("input", Map.of("values", 1)))).isEqualTo(3);
        assertThat(cost(input, Map.of("input", "nonsense"))).isEqualTo(12);
        assertThat(cost(input, Map.of("input", Map.of("mode", "a")))).isEqualTo(12);
        String values = "mutation($v: [Int!]) { record(input: {values: $v}) { results { index } } }";
        assertThat(cost(values, Map.of("v", List.of(1, 2, 3)))).isEqualTo(5);
        assertThat(cost(values)).isEqualTo(12);
    }

    @Test
    void variables_decide_what_is_left_out() {
        String text = "query($a: Boolean!, $b: Boolean = false) { all @skip(if: $a) { id } hello @include(if: $b) }";
        assertThat(cost(text, Map.of("a", true))).isZero();
        assertThat(cost(text, Map.of("a", false))).isEqualTo(11);
        assertThat(cost(text, Map.of("a", true, "b", true))).isEqualTo(1);
        assertThat(cost(text, Map.of("a", "true", "b", "false")))
                .as("refused when executed")
                .isEqualTo(12);
        assertThat(cost(text)).as("refused when executed").isEqualTo(11);
    }

    @Test
    void nested_pages_stop_at_the_largest_number() {
        String text = "{ people(first: 1000) { nodes { " + "posts(first: 1000) { nodes { likes { ".repeat(6) + "id"
                + " } } }".repeat(6) + " } } }";
        assertThat(reader(it -> {
                            it.depth = 30;
                            it.cost = Long.MAX_VALUE;
                        })
                        .read(text)
                        .operation(null)
                        .cost(Map.of()))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(refusal(reader(it -> it.depth = 30), text).message())
                .startsWith("The operation may answer 9223372036854775807 values; at most 1000000 are allowed");
    }

    /** Twenty times two spreads: a million paths through twenty fragments. */
    @Test
    void repeated_fragments_are_counted_without_being_written_out() {
        String text = "{ me { ...f0 } } "
                + times(
                        16,
                        i -> "fragment f" + i + " on Person { ...f" + (i + 1) + " ... on Node { ...f" + (i + 1)
                                + " } }")
                + " fragment f16 on Person { id }";
        assertThat(cost(text)).isEqualTo(1 + (1 << 16));
    }

    /** Every level can be one of three types: 3^18 paths. */
    @Test
    void abstract_types_in_abstract_types_are_counted_once_each() {
        ReadOperation operation = reader().read(
                        "{ node(id: 1) { " + "near { ".repeat(17) + "id" + " }".repeat(17) + " } }")
                .operation(null);
        assertThat(operation.cost(Map.of())).isEqualTo(19);
        assertThat(operation.types()).containsExactlyInAnyOrder("Query", "Person", "Post", "Team");
    }
}
