package io.goaltree.edge.stream;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A reader of an event stream. */
final class EventClient implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventClient(HttpClient http, HttpRequest.Builder request) {
        try {
            response = http.send(
                    request.timeout(Duration.ofSeconds(30))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static EventClient post(String query) {
        return send(new JsonObject().put("query", query).encode(), "application/json");
    }

    static EventClient send(String body, String type) {
        return new EventClient(
                HTTP, request("").header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static EventClient get(String query) {
        return new EventClient(HTTP, request("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    /** Over a client and to a base of its own, such as one with TLS. */
    static EventClient get(HttpClient http, URI base, String query) {
        return new EventClient(
                http,
                HttpRequest.newBuilder(
                        base.resolve("/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))));
    }

    private static HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql" + query));
    }

    int status() {
        return response.statusCode();
    }

    HttpClient.Version version() {
        return response.version();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** The lines up to the next empty one; null at the end of the stream. */
    String event() {
        List<String> event = new ArrayList<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    return String.join("\n", event);
                }
                event.add(line);
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events to the end of the stream. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        for (String event = event(); event != null; event = event()) {
            events.add(event);
        }
        return events;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
