package io.goaltree.chart;

import io.goaltree.shared.UserErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Turns away who comes to pictures to do something else than look, or to a picture as if it were a folder. */
@ApplicationScoped
class ChartMethods {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final Set<HttpMethod> POSSIBLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;

    void install(@Observes Router router) {
        router.route("/charts/*").order(0).handler(this::look);
    }

    private void look(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (!POSSIBLE.contains(method)) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            refuse(
                    context,
                    NOT_ALLOWED,
                    "METHOD_NOT_ALLOWED",
                    method + " is not possible here; use GET, pictures are only looked at");
        } else if (context.request().path().endsWith("/")) {
            refuse(
                    context,
                    NOT_FOUND,
                    UserErrorCode.NOT_FOUND.name(),
                    "There is nothing at a path that ends with '/'; pictures end with .svg");
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, int status, String code, String message) {
        Response refused = ChartAnswer.error(status, code, message);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(String.valueOf(refused.getEntity()));
    }
}
