package io.goaltree.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What no other place has answered: a request that broke down outside the fields of an operation. */
@ApplicationScoped
public class LastResort {
    private static final int FIRST = Integer.MIN_VALUE;

    void install(@Observes Router router) {
        router.route().order(FIRST).failureHandler(LastResort::answer);
    }

    private static void answer(RoutingContext request) {
        if (request.failure() == null || request.response().ended() || request.statusCode() < 500) {
            request.next();
            return;
        }
        String incident =
                Faults.incident(request.request().method() + " " + request.normalizedPath(), request.failure());
        JsonObject error = new JsonObject()
                .put("message", Faults.message(incident))
                .put("extensions", new JsonObject().put("code", "INTERNAL").put("incident", incident));
        request.response()
                .setStatusCode(500)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=UTF-8")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).encode());
    }
}
