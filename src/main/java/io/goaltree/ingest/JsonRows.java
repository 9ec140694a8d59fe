package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
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
            JsonRows rows = new JsonRows(new ItemReader(Utf8.marking(body)));
            rows.begin();
            return rows;
        } catch (IOException e) {
            throw new BodyRefused(INVALID_VALUE, "The body could not be read");
        }
    }

    private void begin() {
        boolean isArray;
        try {
            isArray = json.next() == Event.START_ARRAY;
        } catch (JsonException | NoSuchElementException e) {
            isArray = false;
        }
        if (!isArray) {
            throw new BodyRefused(
                    INVALID_VALUE, "The body is not a JSON array in UTF-8; it must be [{\"kpi\":..,\"at\":..}, ..]");
        }
    }

    @Override
    public @Nullable Row next() {
        boolean isInside = false;
        try {
            text.beginItem(index);
            Event event = json.next();
            if (event == Event.END_ARRAY) {
                end();
                return null;
            }
            isInside = true;
            Row row = JsonItem.read(json, event, index);
            if (!text.isTextUntil(json.getLocation().getStreamOffset())) {
                throw new BodyRefused(INVALID_VALUE, "Item " + index + " holds bytes that are no UTF-8");
            }
            index++;
            return row;
        } catch (JsonException e) {
            JsonFault fault = JsonFault.of(e);
            throw new BodyRefused(INVALID_VALUE, fault.isCut() ? cut(isInside) : wrong(fault));
        }
    }

    private void end() {
        boolean isMore;
        try {
            isMore = json.hasNext();
        } catch (JsonException e) {
            isMore = true;
        }
        if (isMore) {
            throw new BodyRefused(INVALID_VALUE, "Something follows after the end of the JSON array");
        }
    }

    private String cut(boolean isInside) {
        String place = isInside ? "inside item " + index : index == 0 ? "before item 0" : "after item " + (index - 1);
        return "The array ends " + place + "; its closing ] is missing";
    }

    private String wrong(JsonFault fault) {
        JsonLocation at = fault.place();
        String place = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        return "Item " + index + " is not JSON" + place + ": " + fault.words();
    }
}
