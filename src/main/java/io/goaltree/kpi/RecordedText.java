package io.goaltree.kpi;

import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;

/** The results of a call as the text under which an idempotency key remembers them: JSON, so that it may grow. */
final class RecordedText {
    private RecordedText() {}

    static String write(List<Recorded> results) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartArray();
            results.forEach(result -> write(json, result));
            json.writeEnd();
        }
        return text.toString();
    }

    static List<Recorded> read(String text) {
        try (JsonReader json = Json.createReader(new StringReader(text))) {
            JsonArray results = json.readArray();
            return results.getValuesAs(JsonObject.class).stream()
                    .map(RecordedText::read)
                    .toList();
        }
    }

    private static void write(JsonGenerator json, Recorded result) {
        json.writeStartObject().write("status", result.status().name());
        if (result.valueId() != null) {
            json.write("value", result.valueId().toString());
        }
        if (result.problem() != null) {
            json.write("code", result.problem().code().name())
                    .write("message", result.problem().message())
                    .writeStartArray("path");
            result.problem().path().forEach(json::write);
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static Recorded read(JsonObject result) {
        RecordStatus status = RecordStatus.valueOf(result.getString("status"));
        if (status != RecordStatus.REJECTED) {
            return new Recorded(status, UUID.fromString(result.getString("value")), null);
        }
        List<String> path = result.getJsonArray("path").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
        return Recorded.rejected(
                new Problem(UserErrorCode.valueOf(result.getString("code")), result.getString("message"), path, null));
    }
}
