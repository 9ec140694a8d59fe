package io.goaltree.edge.operation;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A request as the GraphQL over HTTP draft names its members; others are ignored.
 *
 * @param query the document, or null when a name of it is given
 * @param documentId the name of a persisted document, {@code sha256:} and 64 hexadecimal digits
 * @param extensions where {@code persistedQuery} may name the document, too
 */
public record Asked(
        @Nullable String query,
        @Nullable String operationName,
        JsonObject variables,
        JsonObject extensions,
        @Nullable String documentId) {

    /**
     * Reads the members of a request.
     *
     * @throws DocumentRefused when one has the wrong type
     */
    public static Asked read(JsonObject request) {
        String operationName = text(request, "operationName");
        return new Asked(
                text(request, "query"),
                operationName == null || operationName.isEmpty() ? null : operationName,
                object(request, "variables"),
                object(request, "extensions"),
                text(request, "documentId"));
    }

    private static @Nullable String text(JsonObject request, String member) {
        JsonValue value = request.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw refused(member, "a string", value);
    }

    private static JsonObject object(JsonObject request, String member) {
        JsonValue value = request.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw refused(member, "an object", value);
    }

    private static DocumentRefused refused(String member, String wanted, JsonValue value) {
        return new DocumentRefused(
                RequestCode.BAD_REQUEST,
                "'" + member + "' must be " + wanted + ", not "
                        + value.getValueType().name().toLowerCase(java.util.Locale.ROOT));
    }
}
