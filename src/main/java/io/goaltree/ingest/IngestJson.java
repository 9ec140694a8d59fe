package io.goaltree.ingest;

import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.ValueCounts;
import io.goaltree.shared.Problem;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What this door says, as JSON texts of one line. */
final class IngestJson {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private IngestJson() {}

    /** The line about a rejected row. */
    static String rejected(long line, Problem problem) {
        return object(json -> {
            json.write("line", line).write("status", RecordStatus.REJECTED.name());
            writeError(json, problem.code().name(), problem.message(), problem.path());
        });
    }

    static String progress(ValueCounts counts) {
        return object(json -> {
            json.writeStartObject("progress");
            writeCounts(json, counts);
            json.writeEnd();
        });
    }

    /** The result of an item of an array. */
    static String result(long index, Recorded result, @Nullable Problem problem) {
        return object(json -> {
            json.write("index", index).write("status", result.status().name());
            if (problem != null) {
                // The body is the array, so a path into the body begins with the item's position.
                List<String> path = problem.within(String.valueOf(index)).path();
                writeError(json, problem.code().name(), problem.message(), path);
            }
        });
    }

    /** The last line of a stream: what was recorded, and why that is not all when it could not be read to its end. */
    static String end(End end) {
        return object(json -> {
            writeFault(json, end);
            writeCounts(json, end.counts());
            if (end.isReplayed()) {
                json.write("replayed", true);
            }
        });
    }

    /** As the last line of a stream, with all members an array's answer has. */
    static String arrayEnd(End end) {
        return object(json -> {
            writeFault(json, end);
            writeCounts(json, end.counts());
            json.write("replayed", end.isReplayed());
        });
    }

    /** The answer when nothing was recorded. */
    static String error(Refusal refusal) {
        return object(json -> writeError(json, refusal.code(), refusal.message(), null));
    }

    private static String object(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEnd();
        }
        return text.toString();
    }

    private static void writeFault(JsonGenerator json, End end) {
        Refusal fault = end.fault();
        if (fault != null) {
            writeError(json, fault.code(), fault.message(), null);
        }
    }

    private static void writeCounts(JsonGenerator json, ValueCounts counts) {
        json.write("created", counts.created())
                .write("updated", counts.updated())
                .write("unchanged", counts.unchanged())
                .write("rejected", counts.rejected());
    }

    private static void writeError(JsonGenerator json, String code, String message, @Nullable List<String> path) {
        json.writeStartObject("error").write("code", code).write("message", message);
        if (path != null) {
            json.writeStartArray("path");
            path.forEach(json::write);
            json.writeEnd();
        }
        json.writeEnd();
    }
}
