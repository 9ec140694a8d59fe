package io.goaltree.edge.limits;

import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.ParsingListener;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import io.goaltree.shared.Check;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From text to syntax tree: refuses what is too large before reading it, and what cannot be read with its line and column. */
final class Grammar {
    private static final String END = "<EOF>";
    private static final int LONGEST_NUMBER = 1_000;

    private final DocumentLimits limits;
    private final ParserOptions options;

    Grammar(DocumentLimits limits) {
        this.limits = limits;
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .readerTrackData(false)
                .maxCharacters(limits.bytes())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens((int) Math.min(Integer.MAX_VALUE, limits.tokens() * 10L))
                .maxRuleDepth(ParserOptions.MAX_RULE_DEPTH)
                .parsingListener(Grammar::refuseLongNumber)
                .build();
    }

    ParserOptions options() {
        return options;
    }

    /** @throws DocumentRefused when the text has too many tokens or is no GraphQL */
    Document parse(String text) {
        refuseUnstorable(text);
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(options)
                            .locale(Locale.ENGLISH)
                            .build());
        } catch (DocumentRefused e) {
            throw e;
        } catch (ParseCancelledTooDeepException e) {
            throw refused(
                    e.getLocation(),
                    RequestCode.TOO_DEEP,
                    "The document is nested too deeply " + place(e.getLocation()));
        } catch (ParseCancelledException e) {
            throw refused(
                    e.getLocation(),
                    RequestCode.TOO_MANY_TOKENS,
                    "The document has too many tokens; at most " + limits.tokens() + " are allowed");
        } catch (InvalidSyntaxException e) {
            throw syntax(e.getLocation(), complaint(text, e));
        } catch (StackOverflowError e) {
            throw refused(null, RequestCode.TOO_DEEP, "The document is nested too deeply");
        } catch (RuntimeException e) {
            // The parser's own checks have holes: an escape of more hex digits than an int holds ends in an unchecked
            // exception.
            throw refused(
                    null, RequestCode.GRAPHQL_PARSE_FAILED, "The document cannot be read: an escape is malformed");
        }
    }

    /**
     * Decided without encoding a text that may be huge: a character takes one byte at least.
     *
     * @throws DocumentRefused when it is too large
     */
    void refuseTooLarge(String text) {
        long bytes = text.length() > limits.bytes() ? text.length() : utf8Length(text);
        if (bytes > limits.bytes()) {
            throw refused(
                    null,
                    RequestCode.DOCUMENT_TOO_LARGE,
                    "The document has more than " + limits.bytes() + " bytes, the most that are allowed");
        }
    }

    private static long utf8Length(String text) {
        return text.codePoints()
                .mapToLong(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }

    /** The time to read and write a whole number grows with the square of its digits. */
    private static void refuseLongNumber(ParsingListener.Token token) {
        String text = token.getText();
        if (text != null
                && text.length() > LONGEST_NUMBER
                && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))) {
            SourceLocation location = new SourceLocation(token.getLine(), token.getCharPositionInLine() + 1);
            throw syntax(
                    location, "a number of " + text.length() + " characters; it may have at most " + LONGEST_NUMBER);
        }
    }

    private static void refuseUnstorable(String text) {
        if (Check.isStorable(text)) {
            return;
        }
        int line = 1;
        int column = 1;
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int point = text.codePointAt(index);
            if (!Check.isStorable(Character.toString(point))) {
                String what = point == 0 ? "a NUL character" : "half a surrogate pair";
                throw syntax(new SourceLocation(line, column), "the document holds " + what);
            }
            line += point == '\n' ? 1 : 0;
            column = point == '\n' ? 1 : column + 1;
        }
    }

    private static String complaint(String text, InvalidSyntaxException e) {
        String token = e.getOffendingToken();
        if (END.equals(token)) {
            return text.isBlank() ? "the document is empty" : "the document ends too early";
        }
        if (token != null) {
            return "'" + Check.shortened(token) + "' is not expected here";
        }
        String rest = rest(text, e.getLocation());
        return rest.startsWith("\"")
                ? "a string that is not closed, or holds what a string may not"
                : "'"
                        + rest.codePoints()
                                .limit(1)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        + "' begins nothing that GraphQL knows";
    }

    private static String rest(String text, @Nullable SourceLocation location) {
        if (location == null) {
            return "";
        }
        int start = 0;
        for (int line = 1; line < location.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int length = text.codePointCount(start, text.length());
        return text.substring(text.offsetByCodePoints(start, Math.min(length, location.getColumn() - 1)));
    }

    private static DocumentRefused syntax(@Nullable SourceLocation location, String complaint) {
        return refused(
                location, RequestCode.GRAPHQL_PARSE_FAILED, "Syntax error " + place(location) + ": " + complaint);
    }

    private static String place(@Nullable SourceLocation location) {
        return location == null
                ? "in the document"
                : "at line " + location.getLine() + ", column " + location.getColumn();
    }

    private static DocumentRefused refused(@Nullable SourceLocation location, RequestCode code, String message) {
        return new DocumentRefused(Refusal.at(location, code, message));
    }
}
