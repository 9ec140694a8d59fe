package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of graphql-transport-ws that does exactly what it is told. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    static {
        // Made ready here: the HTTP client's threads see the classes of another start of the service.
        new JsonObject().encode();
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private volatile boolean pongs;
    private WebSocket socket;

    record Closed(int code, String reason) {}

    /** An open socket without connection_init. */
    static SocketClient open(String... headers) {
        return open("/graphql", "graphql-transport-ws", headers);
    }

    static SocketClient open(String path, String subprotocol, String[] headers) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (subprotocol != null) {
            builder.subprotocols(subprotocol);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        try {
            client.socket = builder.buildAsync(URI.create("ws://localhost:" + RestAssured.port + path), client)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return client;
    }

    /** An open socket that is acknowledged. */
    static SocketClient ready(String... headers) {
        SocketClient client = open(headers);
        client.send("{\"type\":\"connection_init\"}");
        client.expect("{\"type\":\"connection_ack\"}");
        return client;
    }

    /** From now on pings are answered, not shown. */
    SocketClient pongs() {
        pongs = true;
        return this;
    }

    SocketClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    SocketClient sendPart(String text) {
        socket.sendText(text, false).join();
        return this;
    }

    SocketClient sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    SocketClient subscribe(String id, String query) {
        return send(new JsonObject()
                .put("id", id)
                .put("type", "subscribe")
                .put("payload", new JsonObject().put("query", query))
                .encode());
    }

    SocketClient complete(String id) {
        return send(new JsonObject().put("id", id).put("type", "complete").encode());
    }

    /** The next message, whatever it is. */
    JsonObject next() {
        try {
            JsonObject message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message; closed: " + closed.getNow(null)).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    SocketClient expect(String message) {
        assertThat(next()).isEqualTo(new JsonObject(message));
        return this;
    }

    /** The code of the one error of an operation's last message. */
    JsonObject expectError(String id) {
        JsonObject message = next();
        assertThat(message.getString("type")).as(message.encode()).isEqualTo("error");
        assertThat(message.getString("id")).isEqualTo(id);
        assertThat(message.getJsonArray("payload")).hasSize(1);
        return message.getJsonArray("payload").getJsonObject(0);
    }

    String expectErrorCode(String id) {
        return expectError(id).getJsonObject("extensions").getString("code");
    }

    /** A ping answered by a pong: whatever was said before has been heard by then. */
    SocketClient sync() {
        send("{\"type\":\"ping\",\"payload\":{\"sync\":true}}");
        return expect("{\"type\":\"pong\",\"payload\":{\"sync\":true}}");
    }

    Closed closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** All that has come and was not looked at. */
    String said() {
        return messages.toString();
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Ends the connection without a close frame. */
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            JsonObject message = new JsonObject(parts.toString());
            parts.setLength(0);
            if (pongs && "ping".equals(message.getString("type"))) {
                from.sendText("{\"type\":\"pong\"}", true);
            } else {
                messages.add(message);
            }
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(new Closed(-1, String.valueOf(error)));
    }
}
