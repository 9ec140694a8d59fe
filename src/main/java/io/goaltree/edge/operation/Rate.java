package io.goaltree.edge.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller may still ask.
 *
 * @param admitted whether this request is within the limit
 * @param remaining requests left at once
 * @param resetSeconds until the whole burst is there again
 * @param retrySeconds until one more request is admitted; 0 when admitted
 */
public record Rate(RateLimits limits, boolean admitted, long remaining, long resetSeconds, long retrySeconds) {

    /** As headers, by the IETF draft "RateLimit header fields for HTTP". */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (limits.isOff()) {
            return headers;
        }
        headers.put("RateLimit-Limit", String.valueOf(limits.burst()));
        headers.put("RateLimit-Remaining", String.valueOf(remaining));
        headers.put("RateLimit-Reset", String.valueOf(resetSeconds));
        headers.put("RateLimit-Policy", limits.perMinute() + ";w=60;burst=" + limits.burst());
        if (!admitted) {
            headers.put("Retry-After", String.valueOf(retrySeconds));
        }
        return headers;
    }
}
