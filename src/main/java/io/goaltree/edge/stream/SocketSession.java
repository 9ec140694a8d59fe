package io.goaltree.edge.stream;

import io.goaltree.edge.Faults;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.operation.Caller;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One socket as graphql-transport-ws has it, from connection_init to its close. On the event loop only. */
final class SocketSession implements SocketWire.Listener {
    /** What is longer is read on a worker. */
    private static final int LONG_MESSAGE_BYTES = 16_384;

    private final SocketParts parts;
    private final Loop loop;
    private final OpenStreams.Place place;
    private final SocketWire wire;
    private final SocketOperations operations;
    private final Loop.Timer initTimer;
    private final Loop.Timer pingTimer;
    private Caller caller;
    private State state = State.NEW;
    private boolean pinged;

    private enum State {
        NEW,
        WELCOMING,
        READY
    }

    SocketSession(
            SocketParts parts,
            Loop loop,
            Caller caller,
            OpenStreams.Place place,
            ServerWebSocket socket,
            HttpConnection connection) {
        this.parts = parts;
        this.loop = loop;
        this.caller = caller;
        this.place = place;
        SocketLimits limits = parts.limits();
        this.initTimer = loop.after(limits.initTime(), this::initMissing);
        this.pingTimer = loop.every(limits.ping(), this::ping);
        this.wire = new SocketWire(
                socket,
                connection,
                loop,
                limits.messageBytes(),
                parts.work().limits().slowTime(),
                this);
        this.operations = new SocketOperations(parts, loop, wire);
    }

    void close(CloseCode code, String reason) {
        operations.cancelAll();
        wire.close(code, reason);
    }

    @Override
    public void message(byte[] text) {
        int depth = parts.limits().jsonDepth();
        if (text.length <= LONG_MESSAGE_BYTES) {
            try {
                handle(ClientMessage.read(text, depth));
            } catch (RuntimeException malformed) {
                refuse(malformed);
            }
            return;
        }
        wire.hold();
        loop.work(() -> ClientMessage.read(text, depth), (message, failure) -> {
            if (wire.isClosing()) {
                return;
            }
            if (message == null) {
                refuse(failure == null ? new IllegalStateException("Nothing was read") : failure);
            } else {
                handle(message);
            }
            wire.release();
        });
    }

    private void refuse(Throwable failure) {
        if (failure instanceof DocumentRefused malformed) {
            close(CloseCode.BAD_REQUEST, String.valueOf(malformed.getMessage()));
        } else {
            close(CloseCode.INTERNAL_ERROR, Faults.message(Faults.incident("a message on a socket", failure)));
        }
    }

    private void handle(ClientMessage message) {
        if (message instanceof ClientMessage.Init init) {
            welcome(init);
        } else if (message instanceof ClientMessage.Subscribe subscribe) {
            subscribe(subscribe);
        } else if (message instanceof ClientMessage.Complete complete) {
            operations.complete(complete.id());
        } else if (message instanceof ClientMessage.Ping ping) {
            wire.write(SocketForm.pong(ping.payload()));
        }
        // A pong was of use by coming at all.
    }

    private void welcome(ClientMessage.Init init) {
        if (state != State.NEW) {
            close(CloseCode.TOO_MANY_INIT_REQUESTS, "Too many initialisation requests");
            return;
        }
        state = State.WELCOMING;
        initTimer.cancel();
        Caller opener = caller;
        loop.work(() -> parts.welcome().welcome(opener, init.payload()), this::welcomed);
    }

    private void welcomed(@Nullable Optional<Caller> known, @Nullable Throwable failure) {
        if (known == null) {
            Throwable cause = failure == null ? new IllegalStateException("The welcome has no answer") : failure;
            String incident = Faults.incident("connection_init", cause);
            close(CloseCode.INTERNAL_ERROR, Faults.message(incident));
        } else if (known.isEmpty()) {
            close(CloseCode.FORBIDDEN, "Forbidden");
        } else {
            caller = known.get();
            place.isOf(caller.who());
            state = State.READY;
            wire.write(SocketForm.ACK);
        }
    }

    private void subscribe(ClientMessage.Subscribe subscribe) {
        String id = subscribe.id();
        if (state != State.READY) {
            close(CloseCode.UNAUTHORIZED, "Unauthorized: wait for connection_ack before subscribing");
        } else if (operations.has(id)) {
            close(CloseCode.SUBSCRIBER_ALREADY_EXISTS, "Subscriber for " + id + " already exists");
        } else {
            operations.start(id, subscribe.asked(), caller);
        }
    }

    private void initMissing() {
        close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
    }

    private void ping() {
        boolean alive = wire.aliveSinceAsked();
        if (pinged && !alive) {
            close(
                    CloseCode.PROTOCOL_ERROR,
                    "No pong within " + Durations.said(parts.limits().ping()));
        } else {
            pinged = true;
            wire.write(SocketForm.PING);
        }
    }

    @Override
    public void tooSlow() {
        close(
                CloseCode.TRY_AGAIN_LATER,
                "Too slow: nothing was read for "
                        + Durations.said(parts.work().limits().slowTime()));
    }

    @Override
    public void gone() {
        initTimer.cancel();
        pingTimer.cancel();
        operations.cancelAll();
        place.free();
    }
}
