package io.goaltree.edge.http;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Asked;
import io.goaltree.edge.operation.JsonBody;
import io.goaltree.edge.stream.EventStreamDoor;
import io.goaltree.edge.stream.SocketDoor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The door at /graphql. It takes every request to that path, so that SmallRye's own handlers behind it get none. Reading
 * and refusing happens on the event loop, what may block on a worker.
 */
@ApplicationScoped
public class GraphQlRoute {
    private static final Pattern JSON =
            Pattern.compile("\\s*application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    static final String PATH = "/graphql";

    /** After authentication (-200), before SmallRye's WebSocket handler (-99). */
    static final int ORDER = -100;

    private final GraphQlDoor door;
    private final SocketDoor sockets;
    private final EventStreamDoor events;
    private final HttpLimits limits;

    GraphQlRoute(GraphQlDoor door, SocketDoor sockets, EventStreamDoor events, HttpLimits limits) {
        this.door = door;
        this.sockets = sockets;
        this.events = events;
        this.limits = limits;
    }

    static boolean isBelow(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** Whether a request is to become a socket, whose callers may say who they are in its first message. */
    public static boolean isSocket(RoutingContext context) {
        return context.normalizedPath().equals(PATH) && SocketDoor.isWanted(context.request());
    }

    void install(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Exchange exchange = new Exchange(context, limits);
        try {
            HttpMethod method = context.request().method();
            if (SocketDoor.isWanted(context.request())) {
                sockets.open(context, exchange.caller());
            } else if (method == HttpMethod.POST) {
                post(exchange);
            } else if (method == HttpMethod.GET) {
                get(exchange);
            } else if (method == HttpMethod.OPTIONS) {
                context.response()
                        .putHeader(HttpHeaders.ALLOW, "GET, POST")
                        .setStatusCode(204)
                        .end();
            } else {
                throw new DocumentRefused(
                        RequestCode.METHOD_NOT_ALLOWED, method + " is not possible here; use POST, or GET for a query");
            }
        } catch (RuntimeException refused) {
            exchange.refuse(refused);
        }
    }

    private void get(Exchange exchange) {
        MediaType type = exchange.wishes().requiredType();
        Asked asked = GetQuery.read(parameters(exchange.context()), limits.jsonDepth());
        if (type == MediaType.EVENT_STREAM) {
            events.open(exchange.context(), exchange.caller(), () -> asked, exchange::refuse);
        } else {
            exchange.work(stop -> door.get(asked, exchange.wishes(), stop));
        }
    }

    private static io.vertx.core.MultiMap parameters(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (RuntimeException e) {
            throw new DocumentRefused(RequestCode.BAD_REQUEST, "The URL's parameters are not well-formed");
        }
    }

    private void post(Exchange exchange) {
        refuseContent(exchange.context());
        MediaType type = exchange.wishes().requiredType();
        BodyReader.read(exchange.context().vertx(), exchange.request(), limits)
                .onFailure(exchange::refuse)
                .onSuccess(body -> {
                    if (type == MediaType.EVENT_STREAM) {
                        events.open(exchange.context(), exchange.caller(), () -> asked(body), exchange::refuse);
                    } else {
                        exchange.work(stop -> door.post(asked(body), exchange.wishes(), stop));
                    }
                });
    }

    private Asked asked(Buffer body) {
        return Asked.read(JsonBody.read(body.getBytes(), limits.jsonDepth()));
    }

    private static boolean isJson(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (header != null && header.contains(",")) {
            // GraphiQL names its type twice, and browsers make one header of both; neither can a form do that.
            return Arrays.stream(header.split(",", -1))
                    .allMatch(type -> JSON.matcher(type).matches());
        }
        try {
            MIMEHeader type = context.parsedHeaders().contentType();
            String charset = type.parameter("charset");
            return type.component().equalsIgnoreCase("application")
                    && type.subComponent().equalsIgnoreCase("json")
                    && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** Anything but JSON could come from a form of a foreign page, without the browser asking us first. */
    private static void refuseContent(RoutingContext context) {
        if (!isJson(context) || context.request().headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            throw new DocumentRefused(
                    RequestCode.UNSUPPORTED_MEDIA_TYPE,
                    "A POST needs Content-Type: application/json, in UTF-8, without Content-Encoding");
        }
    }
}
