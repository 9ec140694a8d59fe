package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.edge.stream.SocketClient.Closed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a socket, and how. */
@QuarkusTest
@TestProfile(StreamsProfile.class)
class SocketHandshakeTest {
    @Inject
    OpenStreams open;

    @AfterEach
    void nothing_is_left_open() {
        Eventually.equal(open::count, 0);
    }

    @Test
    void a_page_of_the_service_itself_is_let_in() throws IOException {
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql", "Origin: http://localhost:" + RestAssured.port))
                    .startsWith("HTTP/1.1 101 ")
                    .contains("graphql-transport-ws");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://localhost",
                "http://localhost:1",
                "null",
                "http://localhost.evil.example",
                "file://",
                "nonsense"
            })
    void a_foreign_page_is_refused_before_the_handshake(String origin) throws IOException {
        try (RawSocket raw = new RawSocket()) {
            String head = raw.upgrade("/graphql", "Origin: " + origin);
            assertThat(head).startsWith("HTTP/1.1 403 ").containsIgnoringCase("content-type: application/json");
        }
        assertThat(open.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphql", "/graphql/", "//graphql", "/%67raphql", "/graphql?x=1", "/./graphql", "/graphql;a"})
    void no_other_handler_ever_sees_an_upgrade(String path) throws IOException {
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade(path, "Origin: http://evil.example")).doesNotStartWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void another_subprotocol_or_none_closes_with_4406() {
        Closed expected = new Closed(4406, "Subprotocol not acceptable; use graphql-transport-ws");
        assertThat(SocketClient.open("/graphql", null, new String[0]).closed()).isEqualTo(expected);
        assertThat(openRaw("graphql-ws")).isEqualTo("close 4406 " + expected.reason());
        assertThat(openRaw("graphql-transport-wsx")).isEqualTo("close 4406 " + expected.reason());
    }

    private static String openRaw(String subprotocol) {
        try (RawSocket raw = new RawSocket()) {
            raw.send(
                    ("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "Sec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n"));
            assertThat(raw.head()).startsWith("HTTP/1.1 101 ");
            return raw.readClose();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /graphql HTTP/1.1|Upgrade: nonsense|Connection: Upgrade",
                "GET /graphql HTTP/1.1|Upgrade: websocket",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: keep-alive",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: short",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 8|Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                "POST /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==|Content-Length: 0",
                "GET /graphql HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==|Content-Length: 5"
            })
    void junk_that_asks_for_an_upgrade_is_answered_400(String request) throws IOException {
        try (RawSocket raw = new RawSocket()) {
            raw.send(request.replace("|", "\r\n") + "\r\nHost: localhost\r\n\r\n");
            assertThat(raw.head()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("content-type: application/json");
        }
    }

    /** As every request of Java's client wishes at first. */
    @Test
    void a_wish_for_http_2_without_tls_is_let_pass_and_answered_in_1_1() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/graphql?query=%7B__typename%7D"))
                .build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void compression_is_not_agreed_to() throws IOException {
        try (RawSocket raw = new RawSocket()) {
            assertThat(raw.upgrade("/graphql", "Sec-WebSocket-Extensions: permessage-deflate"))
                    .startsWith("HTTP/1.1 101 ")
                    .doesNotContainIgnoringCase("deflate");
        }
    }
}
