package io.goaltree.chart;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture or an error as it goes over HTTP. */
final class ChartAnswer {
    private static final String SVG = "image/svg+xml;charset=utf-8";

    /** Kept by the caller, and asked after each time. */
    private static final String REVALIDATED = "private, no-cache";

    /** Opened by itself, a picture is a page: it may style itself, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private ChartAnswer() {}

    /** The picture, or that the caller has it already. */
    static Response of(byte[] svg, HttpHeaders request) {
        String tag = '"' + hash(svg) + '"';
        boolean known = isKnown(tag, request.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        return (known ? Response.notModified() : Response.ok(svg, SVG))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    /** By the weak comparison of RFC 9110, 13.1.2; our tags hold no comma. */
    private static boolean isKnown(String tag, @Nullable List<String> given) {
        return given != null
                && given.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    static Response tooLate(Duration patience) {
        return error(503, "TIMEOUT", "No picture within " + patience.toSeconds() + " seconds; ask for less at once");
    }

    static Response error(int status, String code, String message) {
        String json = Json.createObjectBuilder()
                .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
                .build()
                .toString();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json)
                .build();
    }

    private static String hash(byte[] svg) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(svg);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
