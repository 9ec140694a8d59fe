package io.goaltree.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Requests that were honest once: the same seed makes the same ones. */
final class HostileRequests {
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/graphql",
            ";;",
            "application/json; charset=utf-16");
    private static final List<String> ACCEPTS =
            List.of("*/*", "application/json", "application/graphql-response+json", "text/html", "a/b;q=x", ",");
    private static final List<String> TEXTS = List.of(
            "\u0000",
            "\uD800",
            "'; drop table team; --",
            "%",
            "_",
            "\\",
            "\"",
            "\uFEFF",
            "NaN",
            "-0",
            "1e400",
            "2147483648",
            "9999999999999999999999",
            "obj_0",
            "0001-01-01",
            "+10000-01-01",
            "2026-02-30",
            "null",
            "true",
            "\u202E",
            "");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            "$",
            "@",
            "!",
            "...",
            "\"",
            "\"\"\"",
            "#",
            "|",
            "&",
            "=",
            "query",
            "mutation",
            "subscription",
            "fragment F on Team { id }",
            "...F",
            "on",
            "@skip(if: true)",
            "@include(if: $x)",
            "__schema",
            "__typename",
            "first: -1",
            "first: 1001",
            "last: 2147483648",
            "after: \"x\"",
            "null",
            "\\u0000",
            "é",
            "1.5",
            "1e400");

    private final List<JsonObject> honest = new ArrayList<>();

    HostileRequests(Path operations) {
        try (Stream<Path> files = Files.list(operations)) {
            for (Path file : files.sorted().toList()) {
                honest.add(request(
                        Files.readString(file),
                        new JsonObject()
                                .put("cycle", "demo-q3")
                                .put("key", "on-time-rate")
                                .put("from", "2026-01-01")
                                .put("to", "2026-11-01")
                                .put(
                                        "values",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("kpi", "on-time-rate")
                                                        .put("at", "2026-11-20")
                                                        .put("value", "81.4")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        honest.add(request("{ __schema { types { name fields { name type { name } } } } }", new JsonObject()));
        honest.add(request(
                """
                mutation($input: TeamCreateInput!) { teamCreate(input: $input) { team { id key } userErrors { code path } } }
                """,
                new JsonObject()
                        .put("input", new JsonObject().put("key", "fuzz").put("name", "Fuzz"))));
        honest.add(request(
                """
                mutation($input: ObjectiveCreateInput!) { objectiveCreate(input: $input) { objective { id } userErrors { code } } }
                """,
                new JsonObject()
                        .put(
                                "input",
                                new JsonObject()
                                        .put("cycle", "demo-q3")
                                        .put("title", "A goal")
                                        .put("weight", "1.5")
                                        .put(
                                                "keyResults",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("title", "A result")
                                                                .put(
                                                                        "reach",
                                                                        new JsonObject()
                                                                                .put("baseline", "1")
                                                                                .put("target", 2)))))));
        honest.add(request(
                """
                query($filter: KpiFilter, $first: Int, $after: String) { kpis(filter: $filter, first: $first, after: $after) {
                  nodes { id key health isStale latest { value } } pageInfo { endCursor } } }
                """,
                new JsonObject()
                        .put(
                                "filter",
                                new JsonObject()
                                        .put("text", "time")
                                        .put("team", "company")
                                        .put("stale", false))
                        .put("first", 3)));
        honest.add(request(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }",
                new JsonObject().put("ids", new JsonArray().add("obj_1").add("kpi_2"))));
    }

    record Request(String method, String query, byte[] body, String type, String accept) {}

    Request make(long seed) {
        Random random = new Random(seed);
        JsonObject request = honest.get(random.nextInt(honest.size())).copy();
        for (int change = random.nextInt(4); change >= 0; change--) {
            mutate(request, random);
        }
        boolean get = random.nextInt(8) == 0;
        byte[] body = request.encode().getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change > 0 && random.nextInt(3) == 0; change--) {
            body = mutated(body, random);
        }
        return new Request(
                get ? "GET" : "POST",
                get ? String.valueOf(request.getValue("query")) : "",
                body,
                random.nextInt(10) == 0 ? any(TYPES, random) : "application/json",
                random.nextInt(4) == 0 ? any(ACCEPTS, random) : "application/json");
    }

    private static void mutate(JsonObject request, Random random) {
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> request.put("query", mutatedText(String.valueOf(request.getValue("query")), random));
            case 3, 4 -> mutateValue(request.getValue("variables"), random);
            default ->
                request.put(
                        any(List.of("query", "variables", "operationName", "extensions", "documentId"), random),
                        value(random));
        }
    }

    private static String mutatedText(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + any(TOKENS, random) + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + any(TOKENS, random) + text.substring(to);
            case 3 -> text.substring(0, at) + text.substring(at, to).repeat(random.nextInt(200)) + text.substring(to);
            default -> text.substring(0, at) + any(TEXTS, random) + text.substring(at);
        };
    }

    /** Changes one value somewhere below, chosen as evenly as a walk allows. */
    private static void mutateValue(Object value, Random random) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            String name = any(new ArrayList<>(object.fieldNames()), random);
            if (random.nextBoolean()
                    && (object.getValue(name) instanceof JsonObject || object.getValue(name) instanceof JsonArray)) {
                mutateValue(object.getValue(name), random);
            } else if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.put(name, value(random));
            }
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (random.nextBoolean()) {
                mutateValue(array.getValue(index), random);
            } else {
                array.add(value(random));
            }
        }
    }

    private static Object value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(-3, 1_005);
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(-20, 20));
            case 4 -> random.nextBoolean();
            case 5 -> new JsonArray().add(value(random));
            case 6 -> new JsonObject().put(any(TEXTS, random), value(random));
            default -> any(TEXTS, random).repeat(random.nextInt(1, 4));
        };
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] changed = Arrays.copyOf(body, body.length);
        if (random.nextBoolean() && body.length > 0) {
            changed[random.nextInt(body.length)] = (byte) random.nextInt(256);
            return changed;
        }
        int at = random.nextInt(body.length + 1);
        return random.nextBoolean() ? Arrays.copyOf(changed, at) : withDigits(body, at, random);
    }

    /** Numbers that grow beyond all measure, where there is one at that place. */
    private static byte[] withDigits(byte[] body, int at, Random random) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String digits = random.nextBoolean() ? "9".repeat(1 + random.nextInt(3_000)) : "1e" + random.nextLong(1L << 40);
        return (text.substring(0, at) + digits + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static JsonObject request(String query, JsonObject variables) {
        return new JsonObject().put("query", query).put("variables", variables);
    }

    private static <T> T any(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }
}
