package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON array item by item. */
final class JsonRows implements Rows {
    static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser json;
    private final ItemReader text;
    private long index;

    private JsonRows(ItemReader text) {
        this.text = text;
        // Never closed: that would close the body, which the door still has to read to its end.
        this.json = PARSERS.createParser(text);
    }

    static JsonRows read(InputStream body) {
        try {
            JsonRows rows = new JsonRows(new ItemReader(Utf8.strict(body)));
            rows.begin();
            return rows;
        } catch (JsonException e) {
            throw noArray(e);
        } catch (IOException e) {
            throw new BodyRefused(INVALID_VALUE, "The body could not be read as UTF-8");
        }
    }

    private void begin() {
        if (!json.hasNext() || json.next() != Event.START_ARRAY) {
            throw new BodyRefused(
                    INVALID_VALUE, "The body is not a JSON array; it must be [{\"kpi\":..,\"at\":..}, ..]");
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            text.beginItem();
            Event event = json.next();
            if (event != Event.END_ARRAY) {
                return JsonItem.read(json, event, index++);
            }
            if (json.hasNext()) {
                throw new BodyRefused(INVALID_VALUE, "Something follows after the end of the JSON array");
            }
            return null;
        } catch (JsonException e) {
            throw noArray(e);
        }
    }

    private static BodyRefused noArray(JsonException e) {
        return new BodyRefused(INVALID_VALUE, "The body is not a JSON array in UTF-8: " + JsonItem.said(e));
    }
}
