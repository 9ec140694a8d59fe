package io.goaltree.edge.operation;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a JSON object, strictly: one object, in UTF-8, not nested deeper than allowed. */
public final class JsonBody {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonBody() {}

    public static JsonObject read(byte[] bytes, int depth) {
        return read(bytes, depth, "The body");
    }

    /** @param what what is read, to begin a refusal with */
    public static JsonObject read(byte[] bytes, int depth, String what) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    depth,
                    what);
        } catch (CharacterCodingException e) {
            throw new DocumentRefused(RequestCode.MALFORMED_JSON, what + " is not UTF-8");
        }
    }

    /** @param what what is read, to begin a refusal with */
    public static JsonObject read(String text, int depth, String what) {
        char first = firstCharacter(text);
        if (first == '[') {
            throw new DocumentRefused(
                    RequestCode.BATCH_NOT_SUPPORTED, what + " is an array; send one operation a request");
        }
        if (first != '{') {
            throw new DocumentRefused(RequestCode.MALFORMED_JSON, what + " is not a JSON object");
        }
        refuseDepth(text, depth, what);
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonObject object = parser.getObject();
            if (parser.hasNext()) {
                throw new JsonException("More than one value");
            }
            return object;
        } catch (JsonException
                | IllegalStateException
                | NoSuchElementException
                | ArithmeticException
                | NumberFormatException
                | UnsupportedOperationException e) {
            // The last three: numbers that nobody means.
            throw new DocumentRefused(RequestCode.MALFORMED_JSON, what + " is not well-formed JSON");
        }
    }

    private static char firstCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                return text.charAt(i);
            }
        }
        return 0;
    }

    /** Counts brackets outside texts, before a parser that recurses meets them. */
    private static void refuseDepth(String text, int most, String what) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inText) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inText = false;
                }
            } else if (c == '"') {
                inText = true;
            } else if (c == '{' || c == '[') {
                if (++depth > most) {
                    throw new DocumentRefused(
                            RequestCode.JSON_TOO_DEEP, what + " is nested deeper than " + most + " levels");
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }
}
