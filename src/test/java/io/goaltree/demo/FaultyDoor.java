package io.goaltree.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goaltree.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before the service and passes on what comes, but for the first requests, which meet one fault each. */
final class FaultyDoor implements AutoCloseable {
    enum Fault {
        /** The connection ends before the service has heard anything. */
        CUT,
        /** 503, and the service has heard nothing. */
        BUSY,
        /** The service has done it, and the connection ends before its answer. */
        ANSWER_LOST,
        /** The service has done it, and the connection ends in the middle of its answer. */
        ANSWER_CUT
    }

    /** Not to be passed on: they belong to one connection. */
    private static final List<String> OWN = List.of("connection", "host", "content-length", "transfer-encoding");

    private final HttpServer server;
    private final URI service;
    private final Queue<Fault> faults;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Runnable before = () -> {};

    FaultyDoor(URL service, Fault... faults) {
        this.service = URI.create(service.toString());
        this.faults = new ArrayDeque<>(List.of(faults));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    /** Each request comes a second after the one before. */
    FaultyDoor ticking(TestClock clock) {
        before = () -> clock.advance(Duration.ofSeconds(1));
        return this;
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** The idempotency keys of the requests so far; an empty text where there was none. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        keys.add(key == null ? "" : key);
        before.run();
        Fault fault = faults.poll();
        if (fault == Fault.CUT) {
            throw new IOException("Cut, as the test wants it");
        }
        if (fault == Fault.BUSY) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        HttpResponse<byte[]> answer = ask(exchange, body);
        if (fault == Fault.ANSWER_LOST) {
            throw new IOException("Lost, as the test wants it");
        }
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : 0);
        if (fault == Fault.ANSWER_CUT) {
            exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("Cut, as the test wants it");
        }
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .version(HttpClient.Version.HTTP_1_1)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
