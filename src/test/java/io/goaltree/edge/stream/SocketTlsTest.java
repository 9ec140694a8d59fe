package io.goaltree.edge.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.SelfSigned;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams over TLS, where HTTP/2 is agreed on with the handshake. */
@QuarkusTest
@TestProfile(SocketTlsTest.Tls.class)
class SocketTlsTest {
    /** A certificate of our own, as the README says. */
    public static final class Tls extends StreamsProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(SelfSigned.settings());
            settings.put("test.streams", "true");
            settings.put("goaltree.socket.comment-time", "100ms");
            return settings;
        }
    }

    @Inject
    TestSources sources;

    @TestHTTPResource(value = "/", tls = true)
    URI base;

    @Test
    void over_http_2_a_stream_does_not_stand_in_the_way_of_others() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(SelfSigned.trusted())
                .build();
        try (EventClient stream = EventClient.get(http, base, "subscription { open { number } }")) {
            assertThat(stream.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(stream.event()).isEqualTo(":");
            assertThat(EventClient.get(http, base, "{ __typename }").events()).hasSize(2);
            Eventually.equal(sources::active, 1);
            sources.emit(new Tick(5, ""));
            String event = stream.event();
            while (event.equals(":")) {
                event = stream.event();
            }
            assertThat(event).isEqualTo("event: next\ndata: {\"data\":{\"open\":{\"number\":5}}}");
        }
    }
}
