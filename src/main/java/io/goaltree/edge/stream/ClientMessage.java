package io.goaltree.edge.stream;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.JsonBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a client of graphql-transport-ws may say. */
sealed interface ClientMessage {
    /** Nobody needs longer ones, and each is kept while its operation runs. */
    int MOST_ID_CHARACTERS = 1_000;

    record Init(JsonObject payload) implements ClientMessage {}

    record Ping(@Nullable JsonObject payload) implements ClientMessage {}

    record Pong() implements ClientMessage {}

    record Subscribe(String id, Asked asked) implements ClientMessage {}

    record Complete(String id) implements ClientMessage {}

    /**
     * Reads a message.
     *
     * @throws DocumentRefused when it is none of those
     */
    static ClientMessage read(byte[] text, int jsonDepth) {
        JsonObject message = JsonBody.read(text, jsonDepth, "The message");
        String type = text(message, "type");
        return switch (type) {
            case "connection_init" -> {
                JsonObject payload = payload(message);
                yield new Init(payload == null ? JsonValue.EMPTY_JSON_OBJECT : payload);
            }
            case "ping" -> new Ping(payload(message));
            case "pong" -> {
                payload(message);
                yield new Pong();
            }
            case "subscribe" -> subscribe(message);
            case "complete" -> new Complete(id(message));
            default -> throw malformed("'" + type + "' is no type of message");
        };
    }

    private static Subscribe subscribe(JsonObject message) {
        String id = id(message);
        JsonObject payload = payload(message);
        if (payload == null) {
            throw malformed("'payload' is missing");
        }
        return new Subscribe(id, Asked.read(payload));
    }

    private static String id(JsonObject message) {
        String id = text(message, "id");
        if (id.isEmpty() || id.length() > MOST_ID_CHARACTERS) {
            throw malformed("'id' must have 1 to " + MOST_ID_CHARACTERS + " characters");
        }
        return id;
    }

    private static String text(JsonObject message, String member) {
        if (message.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw malformed("'" + member + "' " + (message.containsKey(member) ? "must be a string" : "is missing"));
    }

    private static @Nullable JsonObject payload(JsonObject message) {
        JsonValue payload = message.getOrDefault("payload", JsonValue.NULL);
        if (payload == JsonValue.NULL) {
            return null;
        }
        if (payload instanceof JsonObject object) {
            return object;
        }
        throw malformed("'payload' must be an object");
    }

    private static DocumentRefused malformed(String message) {
        return new DocumentRefused(RequestCode.BAD_REQUEST, message);
    }
}
