package io.goaltree.edge.limits;

import static io.goaltree.edge.limits.Documents.reader;
import static io.goaltree.edge.limits.Documents.refusal;
import static io.goaltree.edge.limits.RequestCode.GRAPHQL_PARSE_FAILED;
import static io.goaltree.edge.limits.RequestCode.TOO_DEEP;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.SourceLocation;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class GrammarTest {

    @Test
    void what_cannot_be_read_is_refused_with_its_line_and_column() {
        unreadable("{ hello }\n}", 2, 1, "'}' is not expected here");
        unreadable("{ hello\n  echo(text: ) }", 2, 14, "')' is not expected here");
        unreadable("{ me { id }", 1, 12, "the document ends too early");
        unreadable("{ 😀 }", 1, 3, "'😀' begins nothing that GraphQL knows");
        unreadable("{ hello ... on }", 1, 16, "'}' is not expected here");
        unreadable("{ }", 1, 3, "'}' is not expected here");
    }

    @Test
    void nothing_to_read_is_refused_politely() {
        unreadable("", 1, 1, "the document is empty");
        unreadable(" ,,\n ", 2, 2, "the document ends too early");
        unreadable(" \n ", 2, 2, "the document is empty");
        unreadable("# hello", 1, 8, "the document ends too early");
    }

    @Test
    void a_byte_order_mark_is_a_blank() {
        assertThat(reader().read("\ufeff{ hello }").operation(null).cost(java.util.Map.of()))
                .isEqualTo(1);
    }

    @Test
    void strings_that_are_not_closed_or_hold_what_they_may_not() {
        String complaint = "a string that is not closed, or holds what a string may not";
        for (String rest :
                List.of("\"abc) }", "\"\"\"abc) }", "\"\\x\") }", "\"\\", "\"\\u12\") }", "\"a\nb\") }", "\"")) {
            unreadable("{ echo(text: " + rest, 1, 14, complaint);
        }
        unreadable("{ echo(text: \"\\uD800\") }", 1, 14, "'\\uD800' is not expected here");
        unreadable("{ echo(text: \"\\uDC00\") }", 1, 14, "'\\uDC00' is not expected here");
        unreadable("{ echo(text: \"\\uD83Dx\") }", 1, 14, "'\\uD83D' is not expected here");
        unreadable("{ echo(text: \"\\u{110000}\") }", 1, 14, "'\\u{110000}' is not expected here");
    }

    @Test
    void escapes_that_the_parser_stumbles_over_are_refused_politely() {
        for (String escape : List.of("\\u{FFFFFFFFFF}", "\\uD83D\\u{FFFFFFFFFF}")) {
            Refusal refusal = refusal(reader(), "{ echo(text: \"" + escape + "\") }");
            assertThat(refusal)
                    .isEqualTo(new Refusal(
                            GRAPHQL_PARSE_FAILED, "The document cannot be read: an escape is malformed", List.of()));
        }
    }

    @Test
    void characters_that_are_no_text_are_refused_where_they_stand() {
        unreadable("{ hello }\n# \u0000", 2, 3, "the document holds a NUL character");
        unreadable("{ echo(text: \"😀\u0000\") }", 1, 16, "the document holds a NUL character");
        unreadable("{ echo(text: \"\ud800\") }", 1, 15, "the document holds half a surrogate pair");
        unreadable("{ echo(text: \"\udc00\") }", 1, 15, "the document holds half a surrogate pair");
        unreadable("\udc00\ud800", 1, 1, "the document holds half a surrogate pair");
    }

    @Test
    void a_number_is_read_up_to_a_thousand_characters() {
        assertThat(refusal(reader(), "{ echo(int: " + "9".repeat(1_000) + ") }").code())
                .isEqualTo(RequestCode.GRAPHQL_VALIDATION_FAILED);
        unreadable(
                "{ echo(int: " + "9".repeat(1_001) + ") }",
                1,
                13,
                "a number of 1001 characters; it may have at most 1000");
        unreadable(
                "{ echo(float: -1." + "0".repeat(998) + ") }",
                1,
                15,
                "a number of 1001 characters; it may have at most 1000");
    }

    @Test
    void nesting_never_exhausts_the_stack() {
        for (String text : List.of(
                "{a".repeat(20_000),
                "{a".repeat(3_000) + "}".repeat(3_000),
                "{...".repeat(3_000),
                "{ echo(text: " + "[".repeat(20_000),
                "{ echo(text: " + "[".repeat(4_000) + "]".repeat(4_000) + ") }",
                "{ echo(text: " + "{a:".repeat(3_000),
                "{ echo(text: " + "{a:".repeat(2_000) + "1" + "}".repeat(2_000) + ") }",
                "query($a: " + "[".repeat(4_000) + "Int" + "]".repeat(4_000) + ") { hello }",
                "query($a: " + "[".repeat(2_000) + "Int" + "]!".repeat(2_000) + ") { hello }",
                "query($a: Int = " + "[".repeat(4_000) + "]".repeat(4_000) + ") { hello }",
                "{ hello @a(b: " + "[".repeat(4_000) + "]".repeat(4_000) + ") }")) {
            assertThat(refusal(reader(it -> it.tokens = 50_000), text).code())
                    .as(text.substring(0, 30))
                    .isEqualTo(TOO_DEEP);
        }
        assertThat(refusal(reader(), "query($a: " + "[".repeat(9_000)).code()).isEqualTo(GRAPHQL_PARSE_FAILED);
    }

    @Test
    void nesting_that_the_grammar_allows_is_read() {
        String type = "[".repeat(240) + "Int" + "]".repeat(240);
        assertThat(refusal(reader(), "query($a: " + type + ") { hello }").message())
                .isEqualTo("Unused variable 'a'");
        String list = "[".repeat(240) + "]".repeat(240);
        assertThat(refusal(reader(), "{ echo(text: " + list + ") }").code())
                .isEqualTo(RequestCode.GRAPHQL_VALIDATION_FAILED);
    }

    @Test
    void all_parsers_can_be_bounded_alike() {
        ParserOptions before = ParserOptions.getDefaultOperationParserOptions();
        try {
            reader(it -> it.tokens = 5).limitAllParsers();
            ParserOptions bounded = ParserOptions.getDefaultOperationParserOptions();
            assertThat(bounded.getMaxTokens()).isEqualTo(5);
            assertThat(bounded.getMaxWhitespaceTokens()).isEqualTo(50);
            assertThat(bounded.getMaxCharacters()).isEqualTo(100_000);
            Assertions.assertThatThrownBy(() -> Parser.parse(graphql.parser.ParserEnvironment.newParserEnvironment()
                            .document("{ a b c d }")
                            .parserOptions(bounded)
                            .build()))
                    .isInstanceOf(ParseCancelledException.class);
        } finally {
            ParserOptions.setDefaultOperationParserOptions(before);
        }
    }

    private static void unreadable(String text, int line, int column, String complaint) {
        assertThat(refusal(reader(), text))
                .isEqualTo(new Refusal(
                        GRAPHQL_PARSE_FAILED,
                        "Syntax error at line " + line + ", column " + column + ": " + complaint,
                        List.of(new SourceLocation(line, column))));
    }
}
