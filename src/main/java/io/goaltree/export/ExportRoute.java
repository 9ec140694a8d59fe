package io.goaltree.export;

import io.goaltree.shared.UserErrorCode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Turns away who comes to exports to do something else than read, or to an export as if it were a folder. */
@ApplicationScoped
class ExportRoute {
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;

    void install(@Observes Router router) {
        router.route("/export/*").order(0).handler(this::look);
    }

    private void look(RoutingContext context) {
        HttpMethod method = context.request().method();
        String path = context.request().path();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(
                    context,
                    NOT_ALLOWED,
                    "METHOD_NOT_ALLOWED",
                    method + " is not possible here; exports are read by GET");
        } else if (path.indexOf('/', 1) < 0 || path.endsWith("/")) {
            refuse(
                    context,
                    NOT_FOUND,
                    UserErrorCode.NOT_FOUND.name(),
                    "There is nothing here; exports are such as /export/kpi-values.csv");
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, int status, String code, String message) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(ExportAnswer.json(code, message));
    }
}
