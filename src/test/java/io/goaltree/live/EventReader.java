package io.goaltree.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.As;
import io.goaltree.access.Who;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads the events of a subscription as somebody, over HTTP. */
final class EventReader implements AutoCloseable {
    private static final String DATA = "data: ";

    private final BufferedReader lines;

    private EventReader(InputStream body) {
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Subscribed once this answers. */
    static EventReader of(Who who, String subscription) {
        String query = URLEncoder.encode(subscription, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/graphql?query=" + query))
                .header("Accept", "text/event-stream")
                .header(As.HEADER, As.known(who))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            EventReader reader = new EventReader(response.body());
            assertThat(reader.lines.readLine()).isEqualTo(":");
            return reader;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The data of the next event. */
    String next() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith(DATA)) {
                line = lines.readLine();
            }
            assertThat(line).as("an event").isNotNull();
            return line.substring(DATA.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
