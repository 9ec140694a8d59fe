package io.goaltree.chart;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Turns away who comes to pictures to do something else than look, and says what is possible. */
@ApplicationScoped
class ChartMethods {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final Set<HttpMethod> POSSIBLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int NOT_ALLOWED = 405;

    void install(@Observes Router router) {
        router.route("/charts/*").order(0).handler(this::look);
    }

    private void look(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (POSSIBLE.contains(method)) {
            context.next();
            return;
        }
        Response refused = ChartAnswer.error(
                NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                method + " is not possible here; use GET, pictures are only looked at");
        context.response()
                .setStatusCode(NOT_ALLOWED)
                .putHeader(HttpHeaders.ALLOW, ALLOWED)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(String.valueOf(refused.getEntity()));
    }
}
