package io.goaltree.edge.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goaltree.edge.operation.Answer;
import io.goaltree.edge.operation.AnswerBytes;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a graphql-transport-ws server for one operation, and those without one. */
record SocketForm(String id) implements Form {
    static final String ACK = "{\"type\":\"connection_ack\"}";
    static final String PING = "{\"type\":\"ping\"}";
    private static final String PONG = "{\"type\":\"pong\"}";

    static String pong(@Nullable JsonObject payload) {
        return payload == null ? PONG : "{\"type\":\"pong\",\"payload\":" + payload + "}";
    }

    @Override
    public String next(Answer answer) {
        return message("next", answer.members());
    }

    @Override
    public List<String> only(Answer answer) {
        Object errors = answer.members().get("errors");
        return answer.refusedWith() != null && errors != null
                ? List.of(message("error", errors))
                : List.of(next(answer), complete());
    }

    @Override
    public String complete() {
        return message("complete", null);
    }

    private String message(String type, @Nullable Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        return new String(AnswerBytes.of(message), UTF_8);
    }
}
