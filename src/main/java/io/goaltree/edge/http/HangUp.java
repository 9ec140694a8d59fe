package io.goaltree.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Ends an answer without its end, so that nobody takes what was sent for all of it. */
public final class HangUp {
    private HangUp() {}

    /** Over HTTP/2 only this one request ends; the others on its connection go on. */
    public static void on(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
