package io.goaltree.edge.stream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What Vert.x has to know of our sockets before the first one opens. */
@ApplicationScoped
class SocketServerOptions implements HttpServerOptionsCustomizer {
    private final SocketLimits limits;

    SocketServerOptions(SocketLimits limits) {
        this.limits = limits;
    }

    /** Without TLS no HTTP/2: an upgrade to it in the middle of a body was taken for the body. Proxies speak 1.1 to us. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
        options.setHttp2ClearTextEnabled(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    /** No compression: a few bytes that unfold to gigabytes would pass every limit on messages. */
    private void customize(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(limits.messageBytes())
                .setMaxWebSocketMessageSize(limits.messageBytes())
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of(SocketDoor.SUBPROTOCOL));
    }
}
