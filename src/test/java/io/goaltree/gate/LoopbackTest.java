package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.edge.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is at this machine while the service is open to its own machine. */
@QuarkusTest
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: LOCALHOST:8080",
                "Host: app.localhost",
                "Host: 127.0.0.1:8080",
                "Host: 127.1.2.3",
                "Host: [::1]:8080",
                "Host: localhost\r\nOrigin: http://localhost:3000",
                "Host: localhost\r\nOrigin: https://127.0.0.1",
                "Host: localhost\r\nOrigin: http://[::1]:1"
            })
    void who_is_here_is_let_in(String headers) throws IOException {
        assertThat(status(headers)).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: 10.0.0.1",
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nOrigin: null",
                "Host: localhost\r\nOrigin: http://localhost\r\nOrigin: http://evil.example",
                "Host: localhost\r\nOrigin: ",
                "Host: localhost\r\nX-Forwarded-For: 127.0.0.1",
                "Host: localhost\r\nx-forwarded-host: localhost",
                "Host: localhost\r\nForwarded: for=127.0.0.1",
                "Host: localhost\r\nX-Real-IP: 127.0.0.1",
                "Host: localhost\r\nVia: 1.1 proxy",
                "Host: localhost\r\nAuthorization: Bearer gt_00000000000000000000000000000000",
                "Host: localhost\r\nAuthorization: ",
                "Host: localhost\r\nAuthorization: Digest x"
            })
    void who_may_be_elsewhere_or_shows_what_is_not_good_is_not(String headers) throws IOException {
        assertThat(status(headers)).isEqualTo("401");
    }

    @Test
    void one_without_a_host_is_not_let_in() throws IOException {
        try (RawHttp http = new RawHttp()) {
            assertThat(http.send("GET /graphql?query=%7B__typename%7D HTTP/1.0\r\n\r\n")
                            .answer())
                    .doesNotContain(" 200 ");
        }
    }

    private static String status(String headers) throws IOException {
        try (RawHttp http = new RawHttp()) {
            return http.send("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n" + headers + "\r\n\r\n")
                    .answer()
                    .split(" ")[1];
        }
    }
}
