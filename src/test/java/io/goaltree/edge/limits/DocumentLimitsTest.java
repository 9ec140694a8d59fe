package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static io.goaltree.edge.limits.Documents.refusals;
import static io.goaltree.edge.limits.Documents.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each limit: what is just allowed, and one more. */
class DocumentLimitsTest {

    @Test
    void bytes_are_those_of_utf_8() {
        String text = "{ echo(text: \"aé€😀\") }";
        assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSize(28);
        allowed(it -> it.bytes = 28, text);
        refused(
                it -> it.bytes = 27,
                text,
                RequestCode.DOCUMENT_TOO_LARGE,
                "The document has more than 27 bytes, the most that are allowed");
    }

    @Test
    void tokens() {
        allowed(it -> it.tokens = 4, "{ hello }");
        refused(
                it -> it.tokens = 3,
                "{ hello }",
                RequestCode.TOO_MANY_TOKENS,
                "The document has too many tokens; at most 3 are allowed");
    }

    @Test
    void blanks_commas_and_comments_are_bounded_too() {
        allowed(it -> it.tokens = 4, "{hello}" + ", ".repeat(20));
        refused(
                it -> it.tokens = 4,
                "{hello}" + ", ".repeat(21),
                RequestCode.TOO_MANY_TOKENS,
                "The document has too many tokens; at most 4 are allowed");
        allowed(it -> it.tokens = 4, "{hello}" + "#\n".repeat(4));
        refused(
                it -> it.tokens = 4,
                "{hello}" + "#\n".repeat(5),
                RequestCode.TOO_MANY_TOKENS,
                "The document has too many tokens; at most 4 are allowed");
    }

    @Test
    void a_root_field_without_a_selection_is_one_level_deep() {
        allowed(it -> it.depth = 1, "{ hello }");
        refused(
                it -> it.depth = 1,
                "{ me { id } }",
                RequestCode.TOO_DEEP,
                "The operation is 2 levels deep; at most 1 are allowed");
    }

    @Test
    void fragments_deepen_by_what_they_select_only() {
        String text = "{ ... { ...q } } fragment q on Query { me { ...p } } fragment p on Person { best { id } }";
        allowed(it -> it.depth = 3, text);
        refused(
                it -> it.depth = 2,
                text,
                RequestCode.TOO_DEEP,
                "The operation is 3 levels deep; at most 2 are allowed");
    }

    @Test
    void fragments_in_fragments_are_bounded_although_they_select_nothing_deeper() {
        allowed(it -> it.depth = 3, "{...".repeat(14) + "{ hello }" + "}".repeat(14));
        refused(
                it -> it.depth = 3,
                "{...".repeat(15) + "{ hello }" + "}".repeat(15),
                RequestCode.TOO_DEEP,
                "The operation nests fragments 16 levels deep; at most 15 are allowed");
    }

    @Test
    void every_operation_is_looked_at() {
        refused(
                it -> it.depth = 1,
                "query a { hello } query b { hello } query c { me { id } }",
                RequestCode.TOO_DEEP,
                "The operation is 2 levels deep; at most 1 are allowed");
    }

    @Test
    void aliases_as_written() {
        allowed(it -> it.aliases = 3, "{ " + times(3, i -> "a" + i + ": hello") + " }");
        refused(
                it -> it.aliases = 3,
                "{ " + times(4, i -> "a" + i + ": hello") + " }",
                RequestCode.TOO_MANY_ALIASES,
                "The document has 4 aliases; at most 3 are allowed");
        refused(
                it -> it.aliases = 3,
                "query a { a: hello b: hello } query b { a: hello b: hello }",
                RequestCode.TOO_MANY_ALIASES,
                "The document has 4 aliases; at most 3 are allowed");
    }

    @Test
    void aliases_with_fragments_written_out() {
        String fragment = " fragment p on Person { a: id b: id }";
        allowed(it -> it.aliases = 4, "{ me { ...p best { ...p } } }" + fragment);
        refused(
                it -> it.aliases = 4,
                "{ me { ...p best { ...p best { ...p } } } }" + fragment,
                RequestCode.TOO_MANY_ALIASES,
                "The operation has 6 aliases; at most 4 are allowed");
    }

    @Test
    void directives_wherever_they_stand() {
        String text =
                "query q($a: Int @x) @x { ...f @x ... @x { hello @x } echo(int: $a) @x } fragment f on Query @x { hello }";
        refused(
                it -> it.directives = 6,
                text,
                RequestCode.TOO_MANY_DIRECTIVES,
                "The document has 7 directives; at most 6 are allowed");
        allowed(it -> it.directives = 2, "{ hello @skip(if: false) @include(if: true) }");
    }

    @Test
    void root_fields_with_fragments_written_out() {
        allowed(it -> it.rootFields = 3, "{ hello hello __typename }");
        refused(
                it -> it.rootFields = 3,
                "{ hello ...q } fragment q on Query { hello ... { hello __typename } }",
                RequestCode.TOO_MANY_ROOT_FIELDS,
                "The operation has 4 root fields; at most 3 are allowed");
    }

    @Test
    void operations_are_bounded_as_root_fields_are() {
        allowed(
                it -> it.rootFields = 3,
                times(2, i -> "query q" + i + " { hello }") + "mutation m { __typename }",
                "m");
        refused(
                it -> it.rootFields = 3,
                times(4, i -> "query q" + i + " { hello }"),
                RequestCode.TOO_MANY_ROOT_FIELDS,
                "The document has 4 operations; at most 3 are allowed");
    }

    @Test
    void cost() {
        allowed(it -> it.cost = 101, "{ people(first: 100) { nodes { id } } }");
        Refusal refusal = refusal(reader(it -> it.cost = 101), "query q { people(first: 100) { nodes { id } } }");
        assertThat(refusal.code()).isEqualTo(RequestCode.COST_TOO_HIGH);
    }

    @Test
    void several_limits_are_reported_together() {
        assertThat(refusals(reader(it -> it.depth = it.rootFields = 1), "{ me { id } hello }"))
                .extracting(Refusal::code)
                .containsExactly(RequestCode.TOO_DEEP, RequestCode.TOO_MANY_ROOT_FIELDS);
    }

    @Test
    void fields_that_fragments_multiply_beyond_all_sense_are_refused_before_validation() {
        String text = "{ me { ...f0 } } "
                + times(70, i -> "fragment f" + i + " on Person { ...f" + (i + 1) + " ...f" + (i + 1) + " }")
                + " fragment f70 on Person { id }";
        refused(
                it -> {},
                text,
                RequestCode.COST_TOO_HIGH,
                "The operation has 9223372036854775807 fields; at most 100000 are allowed");
    }

    @Test
    void limits_that_make_no_sense_are_refused_by_name() {
        nonsense(it -> it.bytes = 0, "The limit bytes is 0; it must be 1 or more");
        nonsense(it -> it.tokens = 0, "The limit tokens is 0; it must be 1 or more");
        nonsense(it -> it.depth = 0, "The limit depth is 0; it must be 1 or more");
        nonsense(it -> it.aliases = -1, "The limit aliases is -1; it must be 0 or more");
        nonsense(it -> it.directives = -1, "The limit directives is -1; it must be 0 or more");
        nonsense(it -> it.rootFields = 0, "The limit root fields is 0; it must be 1 or more");
        nonsense(it -> it.cost = 0, "The limit cost is 0; it must be 1 or more");
        nonsense(it -> it.page = 0, "The limit page is 0; it must be 1 or more");
        nonsense(it -> it.listSize = 0, "The limit list size is 0; it must be 1 or more");
        nonsense(it -> it.standardPage = 0, "The limit standard page is 0; it must be 1 or more");
        nonsense(
                it -> it.standardPage = 1_001,
                "The limit standard page is 1001; it must not be above the largest page, 1000");
    }

    private static void allowed(Consumer<Allowed> change, String text) {
        allowed(change, text, null);
    }

    private static void allowed(Consumer<Allowed> change, String text, String operation) {
        assertThat(reader(change).read(text).operation(operation)).isNotNull();
    }

    private static void refused(Consumer<Allowed> change, String text, RequestCode code, String message) {
        Refusal refusal = refusal(reader(change), text);
        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.code()).isEqualTo(code);
    }

    private static void nonsense(Consumer<Allowed> change, String message) {
        Allowed allowed = new Allowed();
        change.accept(allowed);
        assertThatThrownBy(allowed::limits)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
