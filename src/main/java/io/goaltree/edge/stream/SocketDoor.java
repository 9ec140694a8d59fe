package io.goaltree.edge.stream;

import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import io.goaltree.edge.operation.Caller;
import io.goaltree.edge.operation.Operations;
import io.goaltree.edge.operation.Rates;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The door for WebSockets, subprotocol graphql-transport-ws and no other. */
@ApplicationScoped
public class SocketDoor {
    static final String SUBPROTOCOL = "graphql-transport-ws";

    private final SocketParts parts;
    private final OpenStreams open;

    SocketDoor(
            SocketLimits limits,
            SocketWelcome welcome,
            Rates rates,
            Operations operations,
            OperationWork work,
            OpenStreams open) {
        this.parts = new SocketParts(limits, welcome, rates, operations, work);
        this.open = open;
    }

    /** Whether a request is for this door: it wants to be something other than HTTP. */
    public static boolean isWanted(HttpServerRequest request) {
        return Handshake.isWanted(request);
    }

    /**
     * Makes a socket of the request.
     *
     * @throws DocumentRefused when it is no such request, comes from a foreign page, or all places are taken
     */
    public void open(RoutingContext context, Caller caller) {
        HttpServerRequest request = context.request();
        Handshake.check(request);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!parts.limits().origins().admit(origin, host(request))) {
            throw new DocumentRefused(
                    RequestCode.ORIGIN_NOT_ALLOWED, "Pages from " + origin + " may not open a WebSocket here");
        }
        Loop loop = new Loop(context.vertx());
        OpenStreams.Place place = open.take(caller);
        place.whenFreed(() -> RequestCount.end(request));
        request.toWebSocket()
                .onSuccess(socket -> opened(socket, request, loop, caller, place))
                .onFailure(any -> place.free());
    }

    private void opened(
            ServerWebSocket socket, HttpServerRequest request, Loop loop, Caller caller, OpenStreams.Place place) {
        if (socket.isClosed()) {
            place.free();
            return;
        }
        SocketSession session = new SocketSession(parts, loop, caller, place, socket, request.connection());
        if (!SUBPROTOCOL.equals(socket.subProtocol())) {
            session.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable; use " + SUBPROTOCOL);
        }
        place.whenExpelled(() -> loop.run(() -> session.close(CloseCode.FORBIDDEN, "Forbidden")));
        place.whenLeaving(() -> loop.run(() -> session.close(CloseCode.GOING_AWAY, "The service is stopping")));
    }

    private static @Nullable String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? null : authority.toString();
    }
}
