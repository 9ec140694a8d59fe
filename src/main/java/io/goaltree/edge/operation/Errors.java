package io.goaltree.edge.operation;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.Refusal;
import io.goaltree.edge.limits.RequestCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The errors of an answer as a caller sees them: message, locations, path, and always a code. */
final class Errors {
    private static final String CODE = "code";

    private Errors() {}

    static List<Map<String, Object>> ofRefusals(List<Refusal> refusals, int most) {
        return cut(
                refusals.stream()
                        .map(it -> error(
                                it.message(),
                                it.locations(),
                                null,
                                Map.of(CODE, it.code().name())))
                        .toList(),
                most);
    }

    static List<Map<String, Object>> of(ExecutionResult result, int most) {
        List<GraphQLError> errors = result.getErrors();
        List<Map<String, Object>> shown = new ArrayList<>();
        for (GraphQLError error : errors.subList(0, Math.min(errors.size(), most + 1))) {
            shown.add(shown(error, result.isDataPresent()));
        }
        return cut(shown, most);
    }

    /** Why a run without data was refused. */
    static RequestCode code(List<Map<String, Object>> errors) {
        if (!(errors.get(0).get("extensions") instanceof Map<?, ?> extensions)) {
            return RequestCode.INTERNAL;
        }
        try {
            return RequestCode.valueOf(String.valueOf(extensions.get(CODE)));
        } catch (IllegalArgumentException e) {
            // A code of the rules behind the fields: a subscription refused because of its arguments.
            return RequestCode.BAD_USER_INPUT;
        }
    }

    private static Map<String, Object> shown(GraphQLError error, boolean executed) {
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey(CODE)) {
            return error(error.getMessage(), error.getLocations(), error.getPath(), extensions);
        }
        if (!executed) {
            return error(error.getMessage(), error.getLocations(), null, code(RequestCode.BAD_USER_INPUT));
        }
        // What we answered did not fit our own schema.
        String incident =
                Faults.incident(String.valueOf(error.getPath()), new IllegalStateException(error.getMessage()));
        return error(Faults.message(incident), error.getLocations(), error.getPath(), Faults.extensions(incident));
    }

    private static Map<String, Object> code(RequestCode code) {
        return Map.of(CODE, code.name());
    }

    private static List<Map<String, Object>> cut(List<Map<String, Object>> errors, int most) {
        return errors.size() <= most ? errors : List.copyOf(errors.subList(0, most));
    }

    private static Map<String, Object> error(
            String message,
            @Nullable List<SourceLocation> locations,
            @Nullable List<Object> path,
            Map<String, Object> extensions) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (locations != null && !locations.isEmpty()) {
            error.put(
                    "locations",
                    locations.stream()
                            .map(it -> Map.of("line", it.getLine(), "column", it.getColumn()))
                            .toList());
        }
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", extensions);
        return error;
    }
}
