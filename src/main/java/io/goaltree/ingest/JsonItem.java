package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import io.goaltree.shared.Check;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value, token by token. What is JSON but no value becomes a row that says why. Numbers stay text, so no digit is
 * lost on the way.
 */
final class JsonItem {
    private static final int DEEPEST = 100;

    private final JsonParser json;
    private final long place;
    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Row malformed;

    private JsonItem(JsonParser json, long place) {
        this.json = json;
        this.place = place;
    }

    /**
     * @param event with which the item begins
     * @throws JsonException when it is not JSON
     */
    static Row read(JsonParser json, Event event, long place) {
        JsonItem item = new JsonItem(json, place);
        return event == Event.START_OBJECT ? item.object() : item.somethingElse(event);
    }

    private Row somethingElse(Event event) {
        skip(event);
        return Row.malformed(place, "The item is " + name(event) + "; it must be an object");
    }

    private Row object() {
        for (Event event = json.next(); event != Event.END_OBJECT; event = json.next()) {
            String field = json.getString();
            String complaint = take(field, json.next());
            if (complaint != null && malformed == null) {
                malformed = Row.malformed(place, INVALID_VALUE, complaint, Check.shortened(field));
            }
        }
        return malformed == null ? Row.of(place, fields) : malformed;
    }

    /** Keeps one field, or says what is wrong with it. */
    private @Nullable String take(String field, Event value) {
        boolean isText = value == Event.VALUE_STRING || (value == Event.VALUE_NUMBER && field.equals("value"));
        String text = isText ? json.getString() : null;
        if (text == null) {
            skip(value);
        }
        if (!Row.FIELDS.contains(field)) {
            return "There is no field '" + Check.shortened(field) + "'; the fields are "
                    + String.join(", ", Row.FIELDS);
        }
        if (!seen.add(field)) {
            return "The field '" + field + "' is there twice";
        }
        if (text != null) {
            fields.put(field, text);
            return null;
        }
        return value == Event.VALUE_NULL
                ? null
                : field + " is " + name(value) + "; it must be "
                        + (field.equals("value") ? "a number, or a number as text" : "a text");
    }

    /** Reads past a value of any shape. */
    private void skip(Event first) {
        int depth = depthAfter(first, 0);
        while (depth > 0) {
            depth = depthAfter(json.next(), depth);
            if (depth > DEEPEST) {
                throw new JsonException("it is nested deeper than " + DEEPEST + " levels");
            }
        }
    }

    private static int depthAfter(Event event, int depth) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> depth + 1;
            case END_ARRAY, END_OBJECT -> depth - 1;
            default -> depth;
        };
    }

    private static String name(Event event) {
        return switch (event) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_NUMBER -> "a number";
            case VALUE_STRING -> "a text";
            default -> event.name().replace("VALUE_", "").toLowerCase(Locale.ROOT);
        };
    }
}
