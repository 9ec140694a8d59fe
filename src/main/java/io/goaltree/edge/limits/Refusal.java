package io.goaltree.edge.limits;

import graphql.language.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a request is not executed.
 *
 * @param message for the caller: what was asked, and what is allowed
 * @param locations where in the document; empty when it is the whole, or unknown
 */
public record Refusal(RequestCode code, String message, List<SourceLocation> locations) {
    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_LOCATIONS = 10;

    /** Cuts what a caller could blow up: the names in a message are his, and a conflict may have hundreds of places. */
    public Refusal {
        if (message.length() > LONGEST_MESSAGE) {
            boolean halves = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
            message = message.substring(0, halves ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE) + "...";
        }
        locations = locations.stream().limit(MOST_LOCATIONS).toList();
    }

    static Refusal at(@Nullable SourceLocation location, RequestCode code, String message) {
        return new Refusal(code, message, location == null ? List.of() : List.of(location));
    }
}
