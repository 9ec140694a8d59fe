package io.goaltree.edge.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.edge.stream.SocketClient.Closed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What graphql-transport-ws says about messages and close codes. */
@QuarkusTest
@TestProfile(StreamsProfile.class)
class SocketProtocolTest {
    @Inject
    TestSources sources;

    @Inject
    OpenStreams open;

    @AfterEach
    void nothing_is_left_open() {
        Eventually.equal(open::count, 0);
        Eventually.equal(sources::active, 0);
    }

    @Test
    void connection_init_is_acknowledged_and_the_subprotocol_confirmed() {
        try (SocketClient client = SocketClient.open()) {
            assertThat(client.subprotocol()).isEqualTo("graphql-transport-ws");
            client.send("{\"type\":\"connection_init\",\"payload\":{\"any\":[1]}}")
                    .expect("{\"type\":\"connection_ack\"}");
        }
    }

    @Test
    void connection_init_may_have_a_payload_of_null() {
        try (SocketClient client = SocketClient.open()) {
            client.send("{\"type\":\"connection_init\",\"payload\":null}").expect("{\"type\":\"connection_ack\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "\"text\"",
                "[]",
                "{",
                "{}",
                "{\"type\":null}",
                "{\"type\":1}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"start\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_init\",\"payload\":1}",
                "{\"type\":\"connection_init\",\"payload\":[]}",
                "{\"type\":\"ping\",\"payload\":\"x\"}",
                "{\"type\":\"pong\",\"payload\":7}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":7}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":null,\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":null}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"{__typename}\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":1}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\",\"variables\":[]}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\",\"operationName\":1}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\",\"extensions\":\"\"}}"
            })
    void a_malformed_message_closes_with_4400(String message) {
        Closed closed = SocketClient.ready().send(message).closed();
        assertThat(closed.code()).isEqualTo(4400);
        assertThat(closed.reason()).isNotBlank();
    }

    @Test
    void a_message_nested_too_deep_or_with_too_long_an_id_closes_with_4400() {
        String deep = "{\"type\":\"ping\",\"payload\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
        assertThat(SocketClient.ready().send(deep).closed())
                .isEqualTo(new Closed(4400, "The message is nested deeper than 64 levels"));
        assertThat(SocketClient.ready()
                        .complete("x".repeat(1_000))
                        .sync()
                        .complete("x".repeat(1_001))
                        .closed())
                .isEqualTo(new Closed(4400, "'id' must have 1 to 1000 characters"));
    }

    @Test
    void a_binary_message_closes_with_4400() {
        assertThat(SocketClient.ready()
                        .sendBinary("{\"type\":\"ping\"}".getBytes(UTF_8))
                        .closed())
                .isEqualTo(new Closed(4400, "Messages are text, not binary"));
    }

    @Test
    void text_that_is_not_utf_8_closes_with_4400() throws IOException {
        try (RawSocket raw = RawSocket.ready()) {
            raw.frame(RawSocket.FINAL | RawSocket.TEXT, new byte[] {'{', '"', (byte) 0xC3, '"', '}'});
            assertThat(raw.readClose()).isEqualTo("close 4400 The message is not UTF-8");
        }
    }

    @Test
    void a_message_may_come_in_parts_even_empty_ones() {
        SocketClient client = SocketClient.ready();
        client.sendPart("")
                .sendPart("{\"type\":")
                .sendPart("\"pi")
                .send("ng\"}")
                .expect("{\"type\":\"pong\"}");
        client.close();
    }

    @Test
    void a_message_of_the_largest_size_is_read_and_one_byte_more_closes_with_1009() {
        int most = 4_194_304;
        String frame = "{\"type\":\"pong\",\"payload\":{\"a\":\"\"}}";
        String largest = frame.replace("\"\"", "\"" + "x".repeat(most - frame.length()) + "\"");
        SocketClient client = SocketClient.ready().send(largest).sync();
        client.sendPart(largest).send("x");
        assertThat(client.closed()).isEqualTo(new Closed(1009, "The message is larger than 4194304 bytes"));
    }

    @Test
    void a_single_frame_that_is_too_large_closes_with_1009() throws IOException {
        try (RawSocket raw = RawSocket.ready()) {
            raw.frameHead(RawSocket.FINAL | RawSocket.TEXT, 4_194_305);
            assertThat(raw.readClose()).startsWith("close 1009 ");
        }
    }

    @Test
    void subscribing_before_the_acknowledgement_closes_with_4401() {
        Closed closed = SocketClient.open().subscribe("1", "{ __typename }").closed();
        assertThat(closed.code()).isEqualTo(4401);
        assertThat(closed.reason()).startsWith("Unauthorized");
    }

    @Test
    void a_connection_init_that_is_not_welcome_closes_with_4403() {
        assertThat(SocketClient.open()
                        .send("{\"type\":\"connection_init\",\"payload\":{\"token\":\"wrong\"}}")
                        .closed())
                .isEqualTo(new Closed(4403, "Forbidden"));
    }

    @Test
    void a_fault_in_the_welcome_closes_with_1011_and_an_incident() {
        Closed closed = SocketClient.open()
                .send("{\"type\":\"connection_init\",\"payload\":{\"fail\":1}}")
                .closed();
        assertThat(closed.code()).isEqualTo(1011);
        assertThat(closed.reason())
                .matches("Something went wrong on our side; the log has it as incident [0-9a-f-]{36}");
    }

    @Test
    void an_id_in_use_closes_with_4409_and_ends_all() {
        SocketClient client = SocketClient.ready()
                .subscribe("a", "subscription { open { number } }")
                .subscribe("b", "subscription { open { number } }");
        Eventually.equal(sources::active, 2);
        client.subscribe("a", "{ __typename }");
        assertThat(client.closed()).isEqualTo(new Closed(4409, "Subscriber for a already exists"));
    }

    @Test
    void a_reason_has_at_most_123_bytes_and_whole_characters() {
        String id = "ä".repeat(200);
        SocketClient client = SocketClient.ready().subscribe(id, "subscription { open { number } }");
        client.subscribe(id, "{ __typename }");
        assertThat(client.closed()).isEqualTo(new Closed(4409, "Subscriber for " + "ä".repeat(54)));
    }

    @Test
    void a_second_connection_init_closes_with_4429() {
        assertThat(SocketClient.ready().send("{\"type\":\"connection_init\"}").closed())
                .isEqualTo(new Closed(4429, "Too many initialisation requests"));
        SocketClient hasty = SocketClient.open().send("{\"type\":\"connection_init\"}");
        assertThat(hasty.send("{\"type\":\"connection_init\"}").closed().code()).isEqualTo(4429);
    }

    @Test
    void a_ping_is_answered_at_any_time_with_its_payload() {
        try (SocketClient client = SocketClient.open()) {
            client.send("{\"type\":\"ping\"}").expect("{\"type\":\"pong\"}");
            client.send("{\"type\":\"ping\",\"payload\":{\"a\":[1,\"ü\"]}}")
                    .expect("{\"type\":\"pong\",\"payload\":{\"a\":[1,\"ü\"]}}");
            client.send("{\"type\":\"pong\"}").sync();
        }
    }

    @Test
    void unknown_members_are_ignored_and_unknown_ids_too() {
        try (SocketClient client = SocketClient.ready()) {
            client.complete("unknown")
                    .send("{\"type\":\"ping\",\"more\":true}")
                    .expect("{\"type\":\"pong\"}")
                    .send(
                            "{\"type\":\"subscribe\",\"id\":\"1\",\"more\":1,\"payload\":{\"query\":\"{__typename}\",\"more\":1}}");
            assertThat(client.next().getString("type")).isEqualTo("next");
            assertThat(client.next().getString("type")).isEqualTo("complete");
        }
    }

    @Test
    void a_long_message_keeps_its_place_in_the_order() {
        try (SocketClient client = SocketClient.ready()) {
            String comment = "#" + "x".repeat(60_000) + "\\n";
            client.send("{\"type\":\"subscribe\",\"id\":\"long\",\"payload\":{\"query\":\"" + comment
                    + "subscription { open { number } }\"}}");
            client.complete("long").sync();
            Eventually.equal(sources::active, 0);
            client.subscribe("long", "{ __typename }");
            JsonObject next = client.next();
            assertThat(next.getString("type")).as(next.encode()).isEqualTo("next");
        }
    }

    @Test
    void a_client_that_closes_is_answered_and_one_that_vanishes_is_forgotten() {
        SocketClient polite = SocketClient.ready().subscribe("a", "subscription { open { number } }");
        Eventually.equal(sources::active, 1);
        polite.close();
        assertThat(polite.closed().code()).isEqualTo(1000);
        Eventually.equal(sources::active, 0);
        SocketClient rude = SocketClient.ready().subscribe("a", "subscription { open { number } }");
        Eventually.equal(sources::active, 1);
        rude.abort();
    }
}
