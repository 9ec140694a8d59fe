package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants to be answered, as the headers say.
 *
 * @param type the best accepted form that we have, or null
 * @param gzip whether the answer may be compressed
 * @param cost whether to say in {@code extensions.cost} what the operation costs
 * @param known the If-None-Match header: what the caller has already
 */
record Wishes(
        @Nullable MediaType type,
        boolean gzip,
        boolean cost,
        @Nullable String known) {
    static final String COST_HEADER = "GraphQL-Cost";

    static Wishes of(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new Wishes(
                accepted(context),
                acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                request.headers().contains(COST_HEADER),
                request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static @Nullable MediaType accepted(RoutingContext context) {
        try {
            return MediaType.accepted(context.parsedHeaders().accept());
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    MediaType requiredType() {
        if (type == null) {
            throw new DocumentRefused(
                    RequestCode.NOT_ACCEPTABLE,
                    "Answers come as application/graphql-response+json, application/json or text/event-stream, in UTF-8");
        }
        return type;
    }

    /** The form of a refusal, which even those get who accept none of ours. */
    MediaType refusalType() {
        return type == MediaType.GRAPHQL_RESPONSE ? MediaType.GRAPHQL_RESPONSE : MediaType.JSON;
    }

    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String entry : header.toLowerCase(java.util.Locale.ROOT).split(",")) {
            String[] parts = entry.split(";");
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
