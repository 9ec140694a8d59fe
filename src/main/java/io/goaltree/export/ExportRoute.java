package io.goaltree.export;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.stream.LongRequests;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

/** The door for BI tools that load flat rows. A route of its own: it sees when the caller is gone, and can cut an answer off. */
@ApplicationScoped
class ExportRoute {
    private static final String PATH = "/export/";

    /** After the doorkeeper (-60). */
    private static final int ORDER = -50;

    private static final int NOT_ALLOWED = 405;

    private final ExportDoor door;
    private final LongRequests requests;

    ExportRoute(ExportDoor door, LongRequests requests) {
        this.door = door;
        this.requests = requests;
    }

    void install(@Observes Router router) {
        router.route(PATH + "*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        ExportAnswer answer = new ExportAnswer(request);
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            answer.allow(new ExportRefused(
                    NOT_ALLOWED, "METHOD_NOT_ALLOWED", method + " is not possible here; exports are read by GET"));
            return;
        }
        try {
            MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
            context.queryParams().forEach(parameter -> given.add(parameter.getKey(), parameter.getValue()));
            String path = request.path();
            String file = path.length() > PATH.length() ? path.substring(PATH.length()) : "";
            Who who = Caller.who(context);
            Arc.container()
                    .getExecutorService()
                    .execute(() -> Asking.as(who, () -> {
                        requests.during(request, who, () -> {}, () -> door.serve(file, given, request, answer));
                        return null;
                    }));
        } catch (IllegalArgumentException | HttpException e) {
            answer.refuse(ExportRefused.malformed("The URL's parameters are not well-formed"));
        }
    }
}
