package io.goaltree.edge.operation;

import graphql.ExecutionResult;
import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gets, in the members of a GraphQL response.
 *
 * @param refusedWith why nothing was executed; null when something was
 */
public record Answer(Map<String, Object> members, @Nullable RequestCode refusedWith) {

    /** The answer to what was refused before it could run. */
    public static Answer refused(DocumentRefused refused, int mostErrors) {
        return new Answer(Map.of("errors", Errors.ofRefusals(refused.refusals(), mostErrors)), refused.code());
    }

    /** The answer of a run; one without data was refused while its variables were read. */
    public static Answer of(ExecutionResult result, int mostErrors) {
        Map<String, Object> members = new LinkedHashMap<>();
        List<Map<String, Object>> errors = Errors.of(result, mostErrors);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        if (!result.isDataPresent()) {
            return new Answer(members, Errors.code(errors));
        }
        members.put("data", result.getData());
        return new Answer(members, null);
    }

    /** The answer to a fault of ours that broke down the whole request. */
    public static Answer fault(String incident) {
        return new Answer(
                Map.of(
                        "errors",
                        List.of(Map.of(
                                "message", Faults.message(incident), "extensions", Faults.extensions(incident)))),
                RequestCode.INTERNAL);
    }

    /** Whether it was answered without an error. */
    public boolean isWhole() {
        return !members.containsKey("errors");
    }

    /** The answer with one more extension. */
    public Answer with(String extension, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put("extensions", Map.of(extension, value));
        return new Answer(more, refusedWith);
    }
}
