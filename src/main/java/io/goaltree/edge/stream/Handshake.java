package io.goaltree.edge.stream;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request must look like to become a socket (RFC 6455, section 4.2.1). */
final class Handshake {
    private static final String WEBSOCKET = "websocket";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /** Whether a request wants the connection to become something else. HTTP/2 in the clear may be wished for and ignored. */
    static boolean isWanted(HttpServerRequest request) {
        return tokens(request, HttpHeaders.UPGRADE).stream().anyMatch(token -> !token.equals("h2c"));
    }

    /** @throws DocumentRefused when it cannot become a socket */
    static void check(HttpServerRequest request) {
        if (!tokens(request, HttpHeaders.UPGRADE).contains(WEBSOCKET)) {
            throw refused("A connection can be upgraded to websocket only");
        }
        if (!HttpMethod.GET.equals(request.method()) || request.version() != HttpVersion.HTTP_1_1) {
            throw refused("A WebSocket is opened by GET of HTTP/1.1");
        }
        if (!tokens(request, HttpHeaders.CONNECTION).contains("upgrade")) {
            throw refused("A WebSocket needs the header Connection: Upgrade");
        }
        if (!"13".equals(request.getHeader("Sec-WebSocket-Version"))) {
            throw refused("A WebSocket needs the header Sec-WebSocket-Version: 13");
        }
        if (!isKey(request.getHeader("Sec-WebSocket-Key"))) {
            throw refused("A WebSocket needs the header Sec-WebSocket-Key with 16 bytes in Base64");
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"))) {
            throw refused("A WebSocket is opened without a body");
        }
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> tokens(HttpServerRequest request, CharSequence header) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static DocumentRefused refused(String message) {
        return new DocumentRefused(RequestCode.BAD_REQUEST, message);
    }
}
