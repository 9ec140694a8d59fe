package io.goaltree.edge.http;

import java.time.Duration;

/**
 * How much one request may bring, take and get.
 *
 * @param bodyBytes the largest body of a POST, in bytes
 * @param jsonDepth how deep its JSON may be nested
 * @param requestTime how long its body may take to arrive, and then again its answer
 * @param errors the most errors in one answer
 */
public record HttpLimits(int bodyBytes, int jsonDepth, Duration requestTime, int errors) {
    public HttpLimits {
        if (bodyBytes < 1 || jsonDepth < 3 || errors < 1 || requestTime.isNegative() || requestTime.isZero()) {
            throw new IllegalArgumentException(
                    "goaltree.limits: body-bytes and errors must be at least 1, json-depth at least 3, request-time positive");
        }
    }
}
