package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.edge.stream.SocketClient.Closed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs out: time and places. */
@QuarkusTest
@TestProfile(StreamsProfile.Short.class)
class SocketTimesTest {
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
    void without_connection_init_the_socket_closes_with_4408() throws IOException {
        try (RawSocket raw = new RawSocket()) {
            raw.upgrade("/graphql");
            assertThat(raw.pongs().readClose()).isEqualTo("close 4408 Connection initialisation timeout");
        }
    }

    @Test
    void a_peer_that_answers_pings_is_kept_and_one_that_does_not_is_dropped() throws IOException {
        try (RawSocket raw = RawSocket.ready()) {
            for (int ping = 0; ping < 2; ping++) {
                assertThat(raw.readFrame()).isEqualTo("{\"type\":\"ping\"}");
                raw.text("{\"type\":\"pong\"}");
            }
            // Silent from here on: at most one more ping for the last pong, and one unanswered.
            assertThat(raw.readClose()).isEqualTo("close 1002 No pong within 1500 milliseconds");
        }
    }

    @Test
    void an_operation_too_many_gets_an_error_and_the_others_go_on() {
        try (SocketClient client = SocketClient.ready().pongs()) {
            for (int i = 0; i < 3; i++) {
                client.subscribe("s" + i, "subscription { open { number } }");
            }
            Eventually.equal(sources::active, 3);
            assertThat(client.subscribe("more", "{ __typename }").expectErrorCode("more"))
                    .isEqualTo("TOO_MANY_OPERATIONS");
            client.complete("s0");
            // The place is free once the worker that ended the stream is back.
            while (client.subscribe("again", "{ __typename }")
                    .next()
                    .getString("type")
                    .equals("error")) {
                client.sync();
            }
            client.expect("{\"id\":\"again\",\"type\":\"complete\"}");
            sources.emit(new Tick(1, ""));
            assertThat(List.of(client.next().getString("id"), client.next().getString("id")))
                    .containsExactlyInAnyOrder("s1", "s2");
        }
    }

    @Test
    void operations_that_are_completed_but_still_at_work_count() {
        try (SocketClient client = SocketClient.ready().pongs()) {
            for (int i = 0; i < 3; i++) {
                client.subscribe("s" + i, "subscription { ticks { stuck } }");
            }
            Eventually.equal(sources::active, 3);
            Eventually.equal(sources::waiting, 3);
            for (int i = 0; i < 3; i++) {
                client.complete("s" + i);
            }
            Eventually.equal(sources::active, 0);
            assertThat(client.subscribe("more", "{ __typename }").expectErrorCode("more"))
                    .isEqualTo("TOO_MANY_OPERATIONS");
            sources.endStuck();
        }
    }

    @Test
    void an_event_that_takes_too_long_to_answer_ends_its_operation() {
        try (SocketClient client = SocketClient.ready().pongs()) {
            JsonObject error =
                    client.subscribe("s", "subscription { ticks { stuck } }").expectError("s");
            assertThat(error.getJsonObject("extensions").getString("code")).isEqualTo("TIMEOUT");
            sources.endStuck();
            client.subscribe("s", "{ __typename }");
            assertThat(client.next().getString("type")).isEqualTo("next");
        }
    }

    @Test
    void connections_of_one_address_are_limited_and_those_gone_do_not_count() throws IOException {
        List<SocketClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(SocketClient.ready());
        }
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql")).startsWith("HTTP/1.1 503 ");
        }
        clients.remove(0).close();
        Eventually.equal(open::count, 3);
        clients.add(SocketClient.ready());
        clients.forEach(SocketClient::close);
    }

    @Test
    void only_pages_of_the_listed_origins_are_let_in() throws IOException {
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql", "Origin: https://app.example.com:443"))
                    .startsWith("HTTP/1.1 101 ");
        }
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql", "Origin: http://localhost:" + io.restassured.RestAssured.port))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void the_size_of_a_message_is_limited_like_a_body() {
        Closed closed =
                SocketClient.ready().sendPart("x".repeat(20_000)).send("x").closed();
        assertThat(closed).isEqualTo(new Closed(1009, "The message is larger than 20000 bytes"));
    }

    @Test
    void an_event_stream_without_events_gets_comments() {
        try (EventClient client = EventClient.post("subscription { open { number } }")) {
            for (int comment = 0; comment < 4; comment++) {
                assertThat(client.event()).isEqualTo(":");
            }
        }
    }

    @Test
    void event_streams_take_places_too() throws IOException {
        List<EventClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(EventClient.post("subscription { open { number } }"));
        }
        assertThat(EventClient.post("{ __typename }").status()).isEqualTo(503);
        assertThat(EventClient.get("{ __typename }").status()).isEqualTo(503);
        clients.forEach(EventClient::close);
    }

    @Test
    void an_event_of_a_stream_that_takes_too_long_to_answer_ends_it() {
        List<String> events =
                EventClient.post("subscription { ticks { stuck } }").events();
        sources.endStuck();
        assertThat(events.get(events.size() - 2)).contains("\"code\":\"TIMEOUT\"");
        assertThat(events.get(events.size() - 1)).isEqualTo("event: complete\ndata:");
    }
}
