package io.goaltree.edge.limits;

import graphql.language.SourceLocation;
import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param locations where in the document; empty when it lies elsewhere
 */
public record Refusal(RequestCode code, String message, List<SourceLocation> locations) {
    public Refusal(RequestCode code, String message) {
        this(code, message, List.of());
    }
}
