package io.goaltree.edge.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer tells browsers, before anybody has looked at the request: that it is what it says it is, and not to be put
 * into pages of others. Whoever answers may say it more strictly.
 */
@ApplicationScoped
class ShieldingHeaders {
    private static final int FIRST = Integer.MIN_VALUE;

    /** An answer that is opened as a page does nothing. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** GraphiQL is a page, with scripts in it. */
    private static final String PAGE = "frame-ancestors 'none'";

    /** A year: browsers that were here over TLS do not come without. */
    private static final String TLS_FROM_NOW_ON = "max-age=31536000";

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(ShieldingHeaders::shield);
    }

    /** At the last moment: two policies would both hold, and a picture needs its styles. */
    private static void shield(RoutingContext context) {
        context.addHeadersEndHandler(now -> addMissing(context));
        context.next();
    }

    private static void addMissing(RoutingContext context) {
        MultiMap headers = context.response().headers();
        add(headers, "X-Content-Type-Options", "nosniff");
        add(headers, "Referrer-Policy", "no-referrer");
        if (isTls(context.request())) {
            add(headers, "Strict-Transport-Security", TLS_FROM_NOW_ON);
        }
        String path = context.normalizedPath();
        if (!path.startsWith("/q/")) {
            add(headers, "X-Frame-Options", "DENY");
            add(headers, "Content-Security-Policy", path.startsWith("/graphiql") ? PAGE : NOTHING);
            add(headers, "Cross-Origin-Resource-Policy", path.startsWith("/charts/") ? "cross-origin" : "same-origin");
        }
    }

    private static void add(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /** Also when a trusted proxy says so. */
    private static boolean isTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }
}
