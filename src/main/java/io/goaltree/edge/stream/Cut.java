package io.goaltree.edge.stream;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a connection at once. A close by the book waits until all that is queued is sent: for ever, if nobody reads it. */
final class Cut {
    private Cut() {}

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    static void now(HttpConnection connection) {
        // Not by the channel: its close would come by Vert.x, which goes by the book.
        ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
        if (context.channel().isActive()) {
            context.close();
        }
    }
}
