package io.goaltree.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expected refusal, as a value.
 *
 * @param message what is wrong with the offending value, and the limit it broke
 * @param path from the root of the request to the offending value, list positions as numbers
 * @param index the position of the refused item in a list of items, else null
 */
public record Problem(
        UserErrorCode code,
        String message,
        List<String> path,
        @Nullable Integer index) {
    public Problem {
        path = List.copyOf(path);
    }

    public static Problem at(UserErrorCode code, String message, String... path) {
        return new Problem(code, message, List.of(path), null);
    }

    /** The same problem seen from further out: the given steps lead to where its path began. */
    public Problem within(String... steps) {
        List<String> longer = new ArrayList<>(List.of(steps));
        longer.addAll(path);
        return new Problem(code, message, longer, index);
    }
}
