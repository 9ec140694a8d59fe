package io.goaltree.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of the demo's content, read by names that must be there unless a method says otherwise. */
record Entry(JsonObject json) {

    static Entry read(String file) {
        try (JsonReader reader = Json.createReader(Resources.open(file))) {
            return new Entry(reader.readObject());
        }
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    String text(String name) {
        return json.getString(name);
    }

    @Nullable
    String optionalText(String name) {
        return json.getString(name, null);
    }

    BigDecimal number(String name) {
        return json.getJsonNumber(name).bigDecimalValue();
    }

    @Nullable
    BigDecimal optionalNumber(String name) {
        return has(name) ? number(name) : null;
    }

    double real(String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    double real(String name, double otherwise) {
        return has(name) ? real(name) : otherwise;
    }

    int whole(String name, int otherwise) {
        return json.getInt(name, otherwise);
    }

    /** A closed choice, written in any case. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    }

    Entry entry(String name) {
        return new Entry(json.getJsonObject(name));
    }

    /** The entries of a list; none when there is no such list. */
    List<Entry> entries(String name) {
        return array(name).getValuesAs(JsonObject.class).stream()
                .map(Entry::new)
                .toList();
    }

    /** The texts of a list; none when there is no such list. */
    List<String> texts(String name) {
        return array(name).getValuesAs(JsonString::getString);
    }

    private JsonArray array(String name) {
        return has(name) ? json.getJsonArray(name) : JsonArray.EMPTY_JSON_ARRAY;
    }
}
