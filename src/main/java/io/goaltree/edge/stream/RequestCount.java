package io.goaltree.edge.stream;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * Quarkus counts a request as open until its response has ended, and waits for open ones when it stops. The response of a
 * request that has become a socket never ends, so that a single socket, long gone, would have every stop wait for the whole
 * timeout.
 */
final class RequestCount {
    private static final Logger LOG = Logger.getLogger(RequestCount.class);

    private RequestCount() {}

    /** Counts the request as ended; to be called when its socket is gone. */
    static void end(HttpServerRequest request) {
        if (!(request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME)
                instanceof QuarkusRequestWrapper.QuarkusCookie cookie)) {
            return;
        }
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(cookie.getRequestWrapper());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("A stop of the service will wait for a socket that is gone", e);
        }
    }
}
