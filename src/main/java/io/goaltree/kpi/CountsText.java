package io.goaltree.kpi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** The counts of a stream as the text under which an idempotency key remembers them. */
final class CountsText {
    private CountsText() {}

    static String write(ValueCounts counts) {
        return Json.createObjectBuilder()
                .add("created", counts.created())
                .add("updated", counts.updated())
                .add("unchanged", counts.unchanged())
                .add("rejected", counts.rejected())
                .build()
                .toString();
    }

    static ValueCounts read(String text) {
        try (JsonReader json = Json.createReader(new StringReader(text))) {
            JsonObject counts = json.readObject();
            return new ValueCounts(
                    count(counts, "created"),
                    count(counts, "updated"),
                    count(counts, "unchanged"),
                    count(counts, "rejected"));
        }
    }

    private static long count(JsonObject counts, String name) {
        return counts.getJsonNumber(name).longValueExact();
    }
}
