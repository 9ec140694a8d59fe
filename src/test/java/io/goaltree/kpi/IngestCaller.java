package io.goaltree.kpi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A script that posts values by any door, and may hang up. */
final class IngestCaller {
    /** A door, and how values are written for it. */
    enum Door {
        GRAPHQL("/graphql", "application/json"),
        JSON("/ingest/kpi-values", "application/json"),
        NDJSON("/ingest/kpi-values", "application/x-ndjson"),
        CSV("/ingest/kpi-values", "text/csv");

        private final String path;
        private final String type;

        Door(String path, String type) {
            this.path = path;
            this.type = type;
        }

        /** Whether it takes any number of values in a call; else they are at most 1,000 and all or none. */
        boolean isStream() {
            return this == NDJSON || this == CSV;
        }
    }

    record Item(String kpi, String at, String value) {}

    record Batch(Door door, List<Item> items, @Nullable String key) {
        private byte[] body() {
            return switch (door) {
                case CSV ->
                    items.stream()
                            .map(item -> item.kpi() + "," + item.at() + "," + item.value())
                            .collect(Collectors.joining("\n", "kpi,at,value\n", "\n"))
                            .getBytes(UTF_8);
                case NDJSON ->
                    items.stream()
                            .map(item -> value(item).encode())
                            .collect(Collectors.joining("\n"))
                            .getBytes(UTF_8);
                case JSON -> values().encode().getBytes(UTF_8);
                case GRAPHQL -> {
                    JsonObject input = new JsonObject().put("values", values());
                    if (key != null) {
                        input.put("idempotencyKey", key);
                    }
                    yield new JsonObject()
                            .put(
                                    "query",
                                    "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) {"
                                            + " created updated unchanged rejected userErrors { code } } }")
                            .put("variables", new JsonObject().put("input", input))
                            .encode()
                            .getBytes(UTF_8);
                }
            };
        }

        private JsonArray values() {
            JsonArray values = new JsonArray();
            items.forEach(item -> values.add(value(item)));
            return values;
        }

        private static JsonObject value(Item item) {
            return new JsonObject(Map.of("kpi", item.kpi(), "at", item.at(), "value", new BigDecimal(item.value())));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The answer, whole. */
    String post(Batch batch) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + batch.door.path))
                .header("Content-Type", batch.door.type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()));
        if (batch.key != null && batch.door != Door.GRAPHQL) {
            request.header("Idempotency-Key", batch.key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /**
     * Posts and hangs up without listening.
     *
     * @param sent share of the body that is sent, up to 1
     */
    void hangUp(Batch batch, double sent) throws IOException {
        byte[] body = batch.body();
        String head = "POST " + batch.door.path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + batch.door.type
                + "\r\nContent-Length: " + body.length
                + (batch.key == null || batch.door == Door.GRAPHQL ? "" : "\r\nIdempotency-Key: " + batch.key)
                + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(body, 0, (int) (body.length * sent));
            out.flush();
        }
    }

    /** The last figure of that name in an answer. */
    static long figure(String answer, String name) {
        String mark = "\"" + name + "\":";
        int at = answer.lastIndexOf(mark);
        if (at < 0) {
            throw new AssertionError("No " + name + " in " + answer);
        }
        int end = at + mark.length();
        while (Character.isDigit(answer.charAt(end))) {
            end++;
        }
        return Long.parseLong(answer.substring(at + mark.length(), end));
    }
}
