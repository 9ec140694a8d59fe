package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.JsonBody;
import io.vertx.core.MultiMap;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a GET asks, in its URL: the same members as in a body, maps as JSON. */
final class GetQuery {
    private GetQuery() {}

    static Asked read(MultiMap parameters, int jsonDepth) {
        for (String name : parameters.names()) {
            if (parameters.getAll(name).size() > 1) {
                throw new DocumentRefused(RequestCode.BAD_REQUEST, "The parameter '" + name + "' is given twice");
            }
        }
        return new Asked(
                text(parameters, "query"),
                text(parameters, "operationName"),
                object(parameters, "variables", jsonDepth),
                object(parameters, "extensions", jsonDepth),
                text(parameters, "documentId"));
    }

    private static @Nullable String text(MultiMap parameters, String name) {
        String text = parameters.get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static JsonObject object(MultiMap parameters, String name, int depth) {
        String text = text(parameters, name);
        return text == null || text.equals("null")
                ? JsonValue.EMPTY_JSON_OBJECT
                : JsonBody.read(text, depth, "The parameter '" + name + "'");
    }
}
