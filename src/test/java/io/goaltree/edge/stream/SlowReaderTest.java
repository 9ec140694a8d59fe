package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers that do not read: what is kept for them is bounded, and they are cut off. */
@QuarkusTest
@TestProfile(StreamsProfile.Short.class)
class SlowReaderTest {
    /** What the kernel buffers on both sides, ours and the queue may hold: far below the 6.5 GB of the stream. */
    private static final int MOST_ITEMS = 200;

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
    void a_socket_that_is_not_read_is_closed_with_a_reason_and_little_is_made_for_it() throws IOException {
        int before = sources.hugeItems();
        try (RawSocket raw = RawSocket.ready()) {
            raw.text(
                    "{\"type\":\"subscribe\",\"id\":\"h\",\"payload\":{\"query\":\"subscription { huge { text } }\"}}");
            Eventually.equal(sources::active, 1);
            Eventually.equal(sources::active, 0);
            assertThat(sources.hugeItems() - before).isBetween(1, MOST_ITEMS);
            Eventually.equal(open::count, 0);
            // What was on its way is still there to read, then the connection is at its end.
            assertThat(raw.drain()).isLessThan((long) MOST_ITEMS * TestSources.HUGE_ITEM_CHARACTERS);
        }
    }

    @Test
    void a_socket_that_is_read_late_but_in_time_loses_nothing() throws IOException {
        int before = sources.hugeItems();
        try (RawSocket raw = RawSocket.ready()) {
            raw.text(
                    "{\"type\":\"subscribe\",\"id\":\"h\",\"payload\":{\"query\":\"subscription { huge { number text } }\"}}");
            Eventually.atLeast(() -> sources.hugeItems() - before, 3);
            raw.pongs();
            for (int number = 0; number < 300; number++) {
                assertThat(raw.readFrame()).contains("{\"number\":" + number + ",");
            }
        }
    }

    @Test
    void a_socket_that_asks_without_reading_is_not_read_either() throws IOException {
        try (RawSocket raw = RawSocket.ready()) {
            String ping = "{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(15_000) + "\"}}";
            long sent = 0;
            try {
                for (int i = 0; i < 1_000_000; i++) {
                    raw.text(ping);
                    sent += ping.length();
                }
            } catch (IOException cut) {
                // The service took no more and hung up.
            }
            assertThat(sent).isLessThan(1_000_000L * ping.length());
        }
    }

    @Test
    void a_socket_flooded_with_control_frames_is_not_read_either() throws IOException {
        try (RawSocket raw = RawSocket.ready()) {
            byte[] payload = new byte[125];
            int sent = 0;
            try {
                // More than anybody reads past in the seconds that a goodbye may take.
                for (; sent < 100_000_000; sent++) {
                    raw.frame(RawSocket.FINAL | RawSocket.PING, payload);
                }
            } catch (IOException cut) {
                // The service took no more and hung up.
            }
            assertThat(sent).isLessThan(100_000_000);
        }
    }

    @Test
    void an_event_stream_that_is_not_read_is_cut_off_and_little_is_made_for_it() throws IOException {
        int before = sources.hugeItems();
        try (RawSocket raw = new RawSocket()) {
            raw.send("GET /graphql?query=subscription%7Bhuge%7Btext%7D%7D HTTP/1.1\r\nHost: localhost:"
                    + RestAssured.port + "\r\nAccept: text/event-stream\r\n\r\n");
            Eventually.equal(sources::active, 1);
            Eventually.equal(sources::active, 0);
            assertThat(sources.hugeItems() - before).isBetween(1, MOST_ITEMS);
            Eventually.equal(open::count, 0);
            assertThat(raw.drain()).isLessThan((long) MOST_ITEMS * TestSources.HUGE_ITEM_CHARACTERS);
        }
    }
}
