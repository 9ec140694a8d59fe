package io.goaltree.edge.http;

import java.util.List;
import java.util.Set;

/**
 * All that an answer depends on, for its entity tag.
 *
 * @param families which of {@link io.goaltree.change.Families} it is made of
 * @param passing what of it changes by itself
 * @param parts what was asked, in words that are the same only for the same question
 */
public record Question(Set<String> families, Passing passing, List<String> parts) {
    public Question {
        families = Set.copyOf(families);
        parts = List.copyOf(parts);
    }

    /** What time alone does to an answer. */
    public enum Passing {
        NOTHING,
        /** Another day of the service's zone, another answer: expected progress. */
        DAY,
        /** The same for a day of each KPI's zone: staleness. */
        DAY_OF_ANY_ZONE
    }
}
