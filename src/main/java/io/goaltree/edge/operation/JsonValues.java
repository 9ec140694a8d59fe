package io.goaltree.edge.operation;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain Java values; its depth is bounded by whoever read it. */
final class JsonValues {
    private JsonValues() {}

    static Map<String, Object> plain(JsonObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        object.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    @SuppressWarnings("NullAway") // a map and a list of variables may hold null
    private static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> plain((JsonObject) value);
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                ((JsonArray) value).forEach(item -> items.add(plain(item)));
                yield items;
            }
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }
}
