package io.goaltree.ingest;

import io.goaltree.shared.Check;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is not JSON, in plain words; the parser speaks of tokens and of numbers of characters.
 *
 * @param isCut whether it ends too early
 * @param place of the fault, when there is one
 */
record JsonFault(boolean isCut, @Nullable JsonLocation place, String words) {
    /** A large number comes in groups. */
    private static final Pattern CHARACTER = Pattern.compile("Unexpected char (-?\\d+(?:\\D\\d{3})*)");

    private static final Pattern TOKEN = Pattern.compile("Invalid token=(\\w+)");

    static JsonFault of(JsonException thrown) {
        JsonLocation place = thrown instanceof JsonParsingException parsing ? parsing.getLocation() : null;
        String said = String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ");
        Matcher character = CHARACTER.matcher(said);
        if (character.find()) {
            int found = Integer.parseInt(character.group(1).replaceAll("[^-\\d]", ""));
            return new JsonFault(found < 0, place, unexpected(found));
        }
        Matcher token = TOKEN.matcher(said);
        if (token.find()) {
            return new JsonFault(token.group(1).equals("EOF"), place, name(token.group(1)) + " is not expected here");
        }
        String words = said.startsWith("Expected EOF") ? "something follows after its end" : Check.shortened(said);
        return new JsonFault(false, place, words);
    }

    private static String unexpected(int found) {
        if (found == Utf8.NO_TEXT) {
            return "it holds bytes that are no UTF-8";
        }
        boolean isPlain = found > ' ' && found <= '~';
        String name = isPlain ? "'" + (char) found + "'" : "the character U+%04X".formatted(found);
        String hint = found == 'N' || found == 'I' ? "NaN, Infinity and the like are no JSON numbers; " : "";
        return hint + name + " is not expected here";
    }

    private static String name(String token) {
        return switch (token) {
            case "CURLYOPEN" -> "'{'";
            case "CURLYCLOSE" -> "'}'";
            case "SQUAREOPEN" -> "'['";
            case "SQUARECLOSE" -> "']'";
            case "COMMA" -> "','";
            case "COLON" -> "':'";
            case "STRING" -> "a text";
            case "NUMBER" -> "a number";
            default -> token.toLowerCase(Locale.ROOT);
        };
    }
}
