package io.goaltree.gate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that says where its keys are, and which they are; tests sign with them. */
final class FakeIssuer implements AutoCloseable {
    static final String AUDIENCE = "goaltree";

    private final HttpServer server;
    private final List<SigningKey> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger keysAsked = new AtomicInteger();

    FakeIssuer(String url, SigningKey... keys) {
        this.keys.addAll(List.of(keys));
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(url.split(":")[2])), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject about = new JsonObject()
                .put("issuer", url)
                .put("jwks_uri", url + "/keys")
                .put("introspection_endpoint", url + "/introspect")
                .put("authorization_endpoint", url + "/login")
                .put("token_endpoint", url + "/token");
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, about));
        server.createContext("/keys", exchange -> {
            keysAsked.incrementAndGet();
            List<Map<String, Object>> shown =
                    this.keys.stream().map(SigningKey::shown).toList();
            answer(exchange, new JsonObject().put("keys", new JsonArray(shown)));
        });
        server.start();
    }

    /** What the service is told, of an issuer at a free port where nobody answers yet; the same to whoever asks again. */
    static Map<String, String> settings(String name) {
        return Map.of("goaltree.oidc.issuer", url(name), "goaltree.oidc.audience", AUDIENCE);
    }

    /** Profiles are asked by one class loader and tests run in another: the port is kept where both look. */
    static String url(String name) {
        synchronized (System.getProperties()) {
            return System.getProperties()
                    .computeIfAbsent("test.issuer." + name, key -> "http://localhost:" + freePort())
                    .toString();
        }
    }

    void makeKnown(SigningKey key) {
        keys.add(key);
    }

    void forget(SigningKey key) {
        keys.remove(key);
    }

    int keysAsked() {
        return keysAsked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, JsonObject answer) throws IOException {
        byte[] body = answer.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
