package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.edge.stream.SocketClient.Closed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations over a socket: queries, mutations, subscriptions, side by side. */
@QuarkusTest
@TestProfile(StreamsProfile.class)
class SocketOperationTest extends ApiTest {
    @Inject
    TestSources sources;

    @Inject
    OpenStreams open;

    private final List<SocketClient> clients = new ArrayList<>();

    @AfterEach
    void nothing_is_left_open() {
        clients.forEach(SocketClient::close);
        Eventually.equal(open::count, 0);
        Eventually.equal(sources::active, 0);
    }

    private SocketClient ready() {
        SocketClient client = SocketClient.ready();
        clients.add(client);
        return client;
    }

    @Test
    void a_subscription_gets_its_events_in_order_and_then_complete() {
        ready().subscribe("a", "subscription { ticks { number text } }")
                .expect(
                        "{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"number\":1,\"text\":\"tick 1\"}}}}")
                .expect(
                        "{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"number\":2,\"text\":\"tick 2\"}}}}")
                .expect(
                        "{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"number\":3,\"text\":\"tick 3\"}}}}")
                .expect("{\"id\":\"a\",\"type\":\"complete\"}");
    }

    @Test
    void a_query_gets_one_answer_and_complete() {
        ready().subscribe("q", "{ __typename }")
                .expect("{\"id\":\"q\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}")
                .expect("{\"id\":\"q\",\"type\":\"complete\"}");
    }

    @Test
    void a_mutation_is_done_once() {
        String key = world.key("team");
        SocketClient client = ready().subscribe(
                        "m",
                        "mutation { teamCreate(input: {key: \"" + key
                                + "\", name: \"A\"}) { team { key } userErrors { code } } }");
        client.expect("{\"id\":\"m\",\"type\":\"next\",\"payload\":{\"data\":{\"teamCreate\":{\"team\":{\"key\":\""
                        + key + "\"},\"userErrors\":[]}}}}")
                .expect("{\"id\":\"m\",\"type\":\"complete\"}");
        client.subscribe("m", "{ team(key: \"" + key + "\") { name } }")
                .expect("{\"id\":\"m\",\"type\":\"next\",\"payload\":{\"data\":{\"team\":{\"name\":\"A\"}}}}")
                .expect("{\"id\":\"m\",\"type\":\"complete\"}");
    }

    @Test
    void variables_and_operation_names_count() {
        ready().send(new JsonObject()
                        .put("id", "v")
                        .put("type", "subscribe")
                        .put(
                                "payload",
                                new JsonObject()
                                        .put(
                                                "query",
                                                "query A { a: __typename } query B($x: ID!) { node(id: $x) { id } }")
                                        .put("operationName", "B")
                                        .put("variables", new JsonObject().put("x", "nothing"))
                                        .put("extensions", new JsonObject()))
                        .encode())
                .expect("{\"id\":\"v\",\"type\":\"next\",\"payload\":{\"data\":{\"node\":null}}}")
                .expect("{\"id\":\"v\",\"type\":\"complete\"}");
    }

    @Test
    void what_is_refused_before_execution_gets_an_error_and_the_socket_lives_on() {
        SocketClient client = ready();
        assertThat(client.subscribe("1", "{ nonsense }").expectErrorCode("1")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(client.subscribe("2", "{ ").expectErrorCode("2")).isEqualTo("GRAPHQL_PARSE_FAILED");
        assertThat(client.subscribe("3", "query A { __typename } query B { __typename }")
                        .expectErrorCode("3"))
                .isEqualTo("OPERATION_RESOLUTION_FAILURE");
        assertThat(client.subscribe("4", "query($x: Int!) { __typename @skip(if: false) nodes(ids: []) { id } }")
                        .expectErrorCode("4"))
                .isIn("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT");
        assertThat(client.subscribe("5", "query($x: ID!) { node(id: $x) { id } }")
                        .expectErrorCode("5"))
                .isEqualTo("BAD_USER_INPUT");
        client.subscribe("1", "{ __typename }")
                .expect("{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}")
                .expect("{\"id\":\"1\",\"type\":\"complete\"}");
    }

    @Test
    void a_subscription_that_cannot_be_opened_gets_its_error() {
        SocketClient client = ready();
        JsonObject error =
                client.subscribe("r", "subscription { refused { number } }").expectError("r");
        assertThat(error.getString("message")).isEqualTo("There is no such cycle");
        assertThat(error.getJsonObject("extensions").getString("code")).isEqualTo("INVALID_VALUE");
        assertIncident(
                client.subscribe("b", "subscription { broken { number } }").expectError("b"));
    }

    @Test
    void a_stream_that_fails_ends_with_an_incident_and_repeats_nothing() {
        SocketClient client = ready().subscribe("f", "subscription { failing { number } }")
                .expect("{\"id\":\"f\",\"type\":\"next\",\"payload\":{\"data\":{\"failing\":{\"number\":1}}}}")
                .expect("{\"id\":\"f\",\"type\":\"next\",\"payload\":{\"data\":{\"failing\":{\"number\":2}}}}");
        assertIncident(client.expectError("f"));
        client.sync();
    }

    @Test
    void a_source_that_overflows_ends_as_too_slow() {
        SocketClient client = ready().subscribe("o", "subscription { overflowing { number } }")
                .expect("{\"id\":\"o\",\"type\":\"next\",\"payload\":{\"data\":{\"overflowing\":{\"number\":1}}}}");
        JsonObject error = client.expectError("o");
        assertThat(error.getString("message")).isEqualTo("You are too slow: 5 or more events were waiting for you");
        assertThat(error.getJsonObject("extensions").getString("code")).isEqualTo("SLOW_CONSUMER");
        client.sync();
    }

    @Test
    void a_fault_in_a_field_spoils_its_event_only() {
        SocketClient client = ready().subscribe("f", "subscription { open { number nullableFault } }");
        Eventually.equal(sources::active, 1);
        sources.emit(new Tick(1, ""));
        sources.emit(new Tick(2, ""));
        for (int number = 1; number <= 2; number++) {
            JsonObject payload = client.next().getJsonObject("payload");
            assertThat(payload.getJsonObject("data").encode())
                    .isEqualTo("{\"open\":{\"number\":" + number + ",\"nullableFault\":null}}");
            assertIncident(payload.getJsonArray("errors").getJsonObject(0));
        }
    }

    @Test
    void a_fault_in_a_field_that_may_not_be_null_empties_its_event_only() {
        SocketClient client = ready().subscribe("f", "subscription { open { number fault } }");
        Eventually.equal(sources::active, 1);
        sources.emit(new Tick(1, ""));
        sources.emit(new Tick(2, ""));
        for (int number = 1; number <= 2; number++) {
            JsonObject message = client.next();
            assertThat(message.getString("type")).isEqualTo("next");
            assertThat(message.getJsonObject("payload").containsKey("data")).isTrue();
            assertThat(message.getJsonObject("payload").getJsonObject("data")).isNull();
            assertIncident(
                    message.getJsonObject("payload").getJsonArray("errors").getJsonObject(0));
        }
    }

    @Test
    void complete_from_the_client_ends_the_stream_and_frees_the_id() {
        SocketClient client = ready().subscribe("a", "subscription { open { number } }");
        Eventually.equal(sources::active, 1);
        client.complete("a").sync();
        Eventually.equal(sources::active, 0);
        client.subscribe("a", "subscription { ticks { number } }")
                .expect("{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"number\":1}}}}")
                .complete("a")
                .complete("never-known");
    }

    @Test
    void an_id_can_be_used_again_after_its_operation_ended() {
        SocketClient client = ready();
        for (int round = 0; round < 3; round++) {
            client.subscribe("same", "{ __typename }")
                    .expect("{\"id\":\"same\",\"type\":\"next\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}")
                    .expect("{\"id\":\"same\",\"type\":\"complete\"}");
        }
    }

    @Test
    void fifty_subscriptions_on_one_socket_each_get_every_event() {
        SocketClient client = ready();
        for (int i = 0; i < 50; i++) {
            client.subscribe("s" + i, "subscription { open { number } }");
        }
        Eventually.equal(sources::active, 50);
        sources.emit(new Tick(1, ""));
        sources.emit(new Tick(2, ""));
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            JsonObject message = client.next();
            heard.add(message.getString("id") + " "
                    + message.getJsonObject("payload")
                            .getJsonObject("data")
                            .getJsonObject("open")
                            .getInteger("number"));
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.add("s" + i + " 1");
            expected.add("s" + i + " 2");
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_subscription_goes_on_when_another_operation_fails() {
        SocketClient client = ready().subscribe("good", "subscription { open { number } }");
        Eventually.equal(sources::active, 1);
        assertThat(client.subscribe("bad", "{ nonsense }").expectErrorCode("bad"))
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        client.subscribe("failing", "subscription { failing { number } }");
        client.next();
        client.next();
        client.expectError("failing");
        sources.emit(new Tick(7, ""));
        client.expect("{\"id\":\"good\",\"type\":\"next\",\"payload\":{\"data\":{\"open\":{\"number\":7}}}}");
    }

    @Test
    void each_event_reads_the_database_anew() {
        var keyResult = world.objective(world.cycle()).reach(0, 100);
        SocketClient client = ready().subscribe(
                        "n",
                        "subscription { nodes { ... on KeyResult { id checkIns(first: 9) { nodes { value } } } } }");
        Eventually.equal(sources::active, 1);
        sources.emitNode(keyResult.id);
        client.expect(checkInEvent(keyResult.id, ""));
        keyResult.value(40);
        sources.emitNode(keyResult.id);
        client.expect(checkInEvent(keyResult.id, "{\"value\":\"40\"}"));
        sources.emitNode(keyResult.id);
        client.expect(checkInEvent(keyResult.id, "{\"value\":\"40\"}"));
    }

    private static String checkInEvent(String keyResult, String values) {
        return "{\"id\":\"n\",\"type\":\"next\",\"payload\":{\"data\":{\"nodes\":{\"id\":\"" + keyResult
                + "\",\"checkIns\":{\"nodes\":[" + values + "]}}}}}";
    }

    @Test
    void operations_side_by_side_do_not_mix_up_what_they_read() {
        var objective = world.objective(world.cycle());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var keyResult = objective.reach(0, 100);
            keyResult.value(i);
            ids.add(keyResult.id);
        }
        SocketClient client = ready();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20; i++) {
                client.subscribe(
                        round + " " + i,
                        "{ node(id: \"" + ids.get(i)
                                + "\") { ... on KeyResult { id objective { cycle { key } } checkIns(first: 9) { nodes { value } } } } }");
            }
        }
        int answers = 0;
        while (answers < 40) {
            JsonObject message = client.next();
            if (message.getString("type").equals("next")) {
                int i = Integer.parseInt(message.getString("id").split(" ")[1]);
                assertThat(message.getJsonObject("payload").getJsonArray("errors"))
                        .isNull();
                assertThat(message.encode())
                        .contains("\"" + ids.get(i) + "\"", "{\"nodes\":[{\"value\":\"" + i + "\"}]}");
                answers++;
            }
        }
    }

    @Test
    void two_hundred_sockets_come_and_go_without_a_trace() {
        for (int i = 0; i < 200; i++) {
            SocketClient client = SocketClient.ready().subscribe("a", "subscription { open { number } }");
            if (i % 3 == 0) {
                client.abort();
            } else if (i % 3 == 1) {
                client.sync().close();
                assertThat(client.closed()).isEqualTo(new Closed(1000, ""));
            } else {
                client.subscribe("a", "{ __typename }");
                assertThat(client.closed().code()).isEqualTo(4409);
            }
        }
        Eventually.equal(open::count, 0);
        Eventually.equal(sources::active, 0);
    }

    private static void assertIncident(JsonObject error) {
        assertThat(error.encode()).doesNotContain("secret", "Exception", "io.goaltree");
        assertThat(error.getJsonObject("extensions").getString("code")).isEqualTo("INTERNAL");
        assertThat(error.getJsonObject("extensions").getString("incident")).matches("[0-9a-f-]{36}");
    }
}
