package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;
import static io.goaltree.shared.UserErrorCode.TOO_MANY_ITEMS;

import io.goaltree.kpi.ValueToRecord;
import io.goaltree.shared.Check;
import io.goaltree.shared.Problem;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array of values, token by token. What is JSON but no value becomes an item that says why; what is not
 * JSON refuses the whole body, before anything is written. Numbers stay text, so no digit is lost on the way.
 */
final class JsonItems {
    static final int MOST = 100_000;
    private static final int DEEPEST = 100;
    private static final Set<String> FIELDS = Set.of("kpi", "at", "value", "unit", "note", "source");

    private final JsonParser json;

    private JsonItems(JsonParser json) {
        this.json = json;
    }

    /** @throws BodyRefused when the body is not an array of JSON, or too long */
    static List<ValueToRecord> read(InputStream body) {
        try {
            // Not closed: that would close the body, which the door still has to read to its end.
            return new JsonItems(Json.createParser(Utf8.reader(body))).array();
        } catch (JsonException e) {
            throw new BodyRefused(INVALID_VALUE, "The body is not a JSON array in UTF-8: " + Check.shortened(said(e)));
        } catch (IOException e) {
            throw new BodyRefused(INVALID_VALUE, "The body could not be read to its end as UTF-8");
        }
    }

    private static String said(JsonException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private List<ValueToRecord> array() {
        if (!json.hasNext() || json.next() != Event.START_ARRAY) {
            throw new BodyRefused(
                    INVALID_VALUE, "The body is not a JSON array; it must be [{\"kpi\":..,\"at\":..}, ..]");
        }
        List<ValueToRecord> items = new ArrayList<>();
        for (Event event = json.next(); event != Event.END_ARRAY; event = json.next()) {
            if (items.size() == MOST) {
                throw new BodyRefused(
                        TOO_MANY_ITEMS,
                        "The array has more than " + MOST + " items; send several, or one text/csv stream");
            }
            items.add(event == Event.START_OBJECT ? item() : notAnItem(event));
        }
        if (json.hasNext()) {
            throw new BodyRefused(INVALID_VALUE, "Something follows after the end of the JSON array");
        }
        return items;
    }

    private ValueToRecord notAnItem(Event event) {
        skip(event);
        return malformed("The item is " + name(event) + "; it must be an object", null);
    }

    private ValueToRecord item() {
        Map<String, String> fields = new HashMap<>();
        ValueToRecord malformed = null;
        for (Event event = json.next(); event != Event.END_OBJECT; event = json.next()) {
            String field = json.getString();
            Event value = json.next();
            String complaint = take(field, value, fields);
            if (complaint != null && malformed == null) {
                malformed = malformed(complaint, field);
            }
        }
        return malformed != null
                ? malformed
                : new ValueToRecord(
                        fields.get("kpi"),
                        fields.get("at"),
                        fields.get("value"),
                        fields.get("unit"),
                        fields.get("note"),
                        fields.get("source"),
                        null);
    }

    /** Keeps one field, or says what is wrong with it. */
    private @Nullable String take(String field, Event value, Map<String, String> fields) {
        boolean isText = value == Event.VALUE_STRING || (value == Event.VALUE_NUMBER && field.equals("value"));
        if (isText) {
            fields.put(field, json.getString());
        } else {
            skip(value);
        }
        if (!FIELDS.contains(field)) {
            return "There is no field '" + Check.shortened(field)
                    + "'; the fields are kpi, at, value, unit, note, source";
        }
        return isText || value == Event.VALUE_NULL
                ? null
                : Check.shortened(field) + " is " + name(value) + "; it must be "
                        + (field.equals("value") ? "a number, or a number as text" : "a text");
    }

    /** Reads past a value of any shape. */
    private void skip(Event first) {
        int depth = depthAfter(first, 0);
        while (depth > 0) {
            depth = depthAfter(json.next(), depth);
            if (depth > DEEPEST) {
                throw new BodyRefused(INVALID_VALUE, "The JSON is nested deeper than " + DEEPEST + " levels");
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

    private static ValueToRecord malformed(String message, @Nullable String field) {
        List<String> path = field == null ? List.of() : List.of(Check.shortened(field));
        return ValueToRecord.malformed(new Problem(INVALID_VALUE, message, path, null));
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
