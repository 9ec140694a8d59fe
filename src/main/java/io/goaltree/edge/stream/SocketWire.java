package io.goaltree.edge.stream;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as a pipe of texts. It puts messages together from frames, holds back reading while the other end does not
 * read, and makes sure that a closed socket is soon gone. On the event loop only.
 */
final class SocketWire {
    /** For the other end to answer our close. */
    private static final Duration CLOSING_TIME = Duration.ofSeconds(2);

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Loop loop;
    private final int mostBytes;
    private final Outflow outflow;
    private final Listener listener;
    private @Nullable Buffer message;
    private int holds;
    private boolean heldForReader;
    private boolean heard;
    private boolean closing;

    interface Listener {
        void message(byte[] text);

        /** The other end has left the queue full for too long. */
        void tooSlow();

        /** The socket is gone; comes once. */
        void gone();
    }

    SocketWire(
            ServerWebSocket socket,
            HttpConnection connection,
            Loop loop,
            int mostBytes,
            Duration slowTime,
            Listener listener) {
        this.socket = socket;
        this.connection = connection;
        this.loop = loop;
        this.mostBytes = mostBytes;
        this.listener = listener;
        this.outflow = new Outflow(socket, loop, slowTime, listener::tooSlow);
        socket.closeHandler(any -> {
            closing = true;
            outflow.close();
            cutSoon();
            listener.gone();
        });
        socket.exceptionHandler(this::broken);
        socket.frameHandler(this::frame);
    }

    void write(String text) {
        if (!isClosing()) {
            socket.writeTextMessage(text);
            holdWhileFull();
        }
    }

    void whenDrained(Runnable next) {
        if (!isClosing()) {
            outflow.whenDrained(next);
        }
    }

    /** No message is delivered until as many releases have followed. */
    void hold() {
        if (holds++ == 0) {
            socket.pause();
        }
    }

    void release() {
        if (--holds == 0) {
            socket.resume();
        }
    }

    /** Whether there was a sign of life since this was asked last. A pong may be late because of all that is to be read first. */
    boolean aliveSinceAsked() {
        boolean was = heard || holds > 0 || outflow.drainedSinceAsked();
        heard = false;
        return was;
    }

    boolean isClosing() {
        return closing || socket.isClosed();
    }

    /** Says goodbye and hangs up when that is answered, or too long is not. */
    void close(CloseCode code, String reason) {
        if (isClosing()) {
            return;
        }
        boolean read = !outflow.isFull();
        closing = true;
        outflow.close();
        message = null;
        socket.close(code.number(), CloseCode.fitting(reason));
        if (read) {
            // For the answer to our close, past what else still comes.
            socket.resume();
        }
        cutSoon();
    }

    private void cutSoon() {
        loop.after(CLOSING_TIME, () -> Cut.now(connection));
    }

    private void frame(WebSocketFrame frame) {
        heard = true;
        if (isClosing()) {
            return;
        }
        if (frame.isBinary()) {
            close(CloseCode.BAD_REQUEST, "Messages are text, not binary");
        } else if (frame.isText() || frame.isContinuation()) {
            part(frame);
        } else {
            // Vert.x has answered a ping by itself.
            holdWhileFull();
        }
    }

    private void part(WebSocketFrame frame) {
        Buffer before = message == null ? Buffer.buffer() : message;
        if (before.length() + frame.binaryData().length() > mostBytes) {
            close(CloseCode.MESSAGE_TOO_BIG, "The message is larger than " + mostBytes + " bytes");
        } else if (frame.isFinal()) {
            message = null;
            listener.message(before.appendBuffer(frame.binaryData()).getBytes());
        } else {
            message = before.appendBuffer(frame.binaryData());
        }
    }

    /** Or else a caller who asks without reading would have us keep the answers. */
    private void holdWhileFull() {
        if (!heldForReader && !isClosing() && outflow.isFull()) {
            heldForReader = true;
            hold();
            outflow.whenDrained(() -> {
                heldForReader = false;
                release();
            });
        }
    }

    private void broken(Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupt) {
            close(CloseCode.of(corrupt.closeStatus().code()), String.valueOf(corrupt.getMessage()));
        }
    }
}
