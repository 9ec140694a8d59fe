package io.goaltree.edge.stream;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With the subscriptions of {@link TestSchema}. */
public class StreamsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("test.streams", "true");
    }

    /** And little time, few places. */
    public static final class Short extends StreamsProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "test.streams",
                    "true",
                    "goaltree.socket.init-time",
                    "2s",
                    "goaltree.socket.ping",
                    "1500ms",
                    "goaltree.socket.comment-time",
                    "100ms",
                    "goaltree.socket.slow-time",
                    "700ms",
                    "goaltree.limits.request-time",
                    "1500ms",
                    "goaltree.socket.operations",
                    "3",
                    "goaltree.socket.connections-per-address",
                    "4",
                    "goaltree.socket.origins",
                    "https://app.example.com",
                    "goaltree.limits.body-bytes",
                    "20000");
        }
    }
}
