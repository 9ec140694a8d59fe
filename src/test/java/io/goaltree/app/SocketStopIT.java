package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar: sockets when it is stopped. */
class SocketStopIT {
    /** Quarkus waits 20 seconds for requests that do not end. */
    private static final Duration SOON = Duration.ofSeconds(12);

    @TempDir
    Path data;

    @Test
    void a_stop_closes_sockets_with_1001_and_waits_for_none() throws Exception {
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            Client gone = new Client(jar);
            gone.socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
            assertThat(gone.code()).isEqualTo(1000);
            Client open = new Client(jar);
            long before = System.nanoTime();
            jar.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
            assertThat(open.code()).isEqualTo(1001);
            assertThat(jar.output()).doesNotContain("Timed out waiting for graceful shutdown");
        }
    }

    private static final class Client implements WebSocket.Listener {
        private final CompletableFuture<String> acknowledged = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket;

        private Client(RunningJar jar) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", jar.authorization())
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://localhost:" + jar.port() + "/graphql"), this)
                    .join();
            socket.sendText("{\"type\":\"connection_init\"}", true).join();
            assertThat(acknowledged.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("{\"type\":\"connection_ack\"}");
        }

        private int code() {
            return closed.orTimeout(30, TimeUnit.SECONDS).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            acknowledged.complete(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
