package io.goaltree.edge;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLDirectiveContainer;
import org.jspecify.annotations.Nullable;

/**
 * Why a name of the schema should not be used any more. SmallRye leaves {@code @Deprecated} as a directive on it, where printed SDL
 * shows it and introspection does not; graphql-java answers introspection from a property of its own.
 */
final class Deprecations {
    private static final String DIRECTIVE = "deprecated";
    private static final String NO_REASON = "No longer supported";

    private Deprecations() {}

    /** The reason, GraphQL's standard one when none is given; null for what is not deprecated. */
    static @Nullable String reason(GraphQLDirectiveContainer named) {
        GraphQLAppliedDirective applied = named.getAppliedDirective(DIRECTIVE);
        if (applied != null) {
            return text(
                    applied.getArgument("reason") == null
                            ? null
                            : applied.getArgument("reason").getValue());
        }
        GraphQLDirective directive = named.getDirective(DIRECTIVE);
        if (directive == null) {
            return null;
        }
        GraphQLArgument reason = directive.getArgument("reason");
        return text(reason == null ? null : GraphQLArgument.getArgumentValue(reason));
    }

    private static String text(@Nullable Object reason) {
        return reason instanceof String text && !text.isBlank() ? text : NO_REASON;
    }
}
