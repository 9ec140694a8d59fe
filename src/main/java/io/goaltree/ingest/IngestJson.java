package io.goaltree.ingest;

import io.goaltree.kpi.RecordStatus;
import io.goaltree.kpi.Recorded;
import io.goaltree.kpi.Recording;
import io.goaltree.shared.Problem;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answers of this door as JSON texts of one line. */
final class IngestJson {
    private IngestJson() {}

    /** The answer to a JSON array. */
    static String answer(Recording recording) {
        return object(json -> {
            writeCounts(
                    json,
                    recording.count(RecordStatus.CREATED),
                    recording.count(RecordStatus.UPDATED),
                    recording.count(RecordStatus.UNCHANGED),
                    recording.count(RecordStatus.REJECTED));
            json.write("replayed", recording.replayed());
            json.writeStartArray("results");
            for (int i = 0; i < recording.results().size(); i++) {
                writeResult(json, i, recording.results().get(i));
            }
            json.writeEnd();
        });
    }

    /** The line about a rejected row of a stream. */
    static String rejected(long line, Problem problem) {
        return object(json -> {
            json.write("line", line).write("status", RecordStatus.REJECTED.name());
            writeError(json, problem.code().name(), problem.message(), problem.path());
        });
    }

    static String progress(Counts counts) {
        return object(json -> {
            json.writeStartObject("progress");
            writeCounts(json, counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
            json.writeEnd();
        });
    }

    static String end(Counts counts) {
        return object(
                json -> writeCounts(json, counts.created(), counts.updated(), counts.unchanged(), counts.rejected()));
    }

    /** The last line of a stream that could not be read to its end: why, and what was recorded until then. */
    static String brokenOff(String code, String message, Counts counts) {
        return object(json -> {
            writeError(json, code, message, null);
            writeCounts(json, counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
        });
    }

    /** The answer when nothing was recorded. */
    static String error(String code, String message) {
        return object(json -> writeError(json, code, message, null));
    }

    private static String object(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEnd();
        }
        return text.toString();
    }

    private static void writeCounts(JsonGenerator json, long created, long updated, long unchanged, long rejected) {
        json.write("created", created)
                .write("updated", updated)
                .write("unchanged", unchanged)
                .write("rejected", rejected);
    }

    private static void writeResult(JsonGenerator json, int index, Recorded result) {
        json.writeStartObject()
                .write("index", index)
                .write("status", result.status().name());
        Problem problem = result.problem();
        if (problem != null) {
            // The body is the array, so a path into the body begins with the item's position.
            List<String> path = problem.within(String.valueOf(index)).path();
            writeError(json, problem.code().name(), problem.message(), path);
        }
        json.writeEnd();
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
