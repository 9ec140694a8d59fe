package io.goaltree.edge.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** How an answer of unknown length begins and ends, in each version of HTTP. */
public final class Streamed {
    private Streamed() {}

    /** HTTP/1.0, which some proxies speak by default, knows no chunks: there the end of the connection is the end. */
    public static void begin(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.response().setChunked(true);
    }

    public static void end(HttpServerRequest request) {
        request.response().end().onComplete(ended -> {
            if (request.version() == HttpVersion.HTTP_1_0) {
                request.connection().close();
            }
        });
    }

    /**
     * Ends an answer without its end, so that nobody takes what was sent for all of it. Over HTTP/2 only this one request
     * ends; the others on its connection go on.
     */
    public static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
