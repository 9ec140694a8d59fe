package io.goaltree.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.demo.DemoProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests by the thousand; by the hundred thousand in the profile nightly. None breaks the service, none makes it
 * talk about its inside, and none stays in its memory.
 */
@QuarkusTest
@TestProfile(DemoProfile.class)
class HostileRequestsTest extends ApiTest {
    private static final long SEED = 20_261_122;
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long HEAP_GROWTH = 40L * 1_024 * 1_024;

    /** Names of classes and pieces of SQL, as no request above holds them. */
    private static final Pattern INSIDE = Pattern.compile(
            "java\\.|javax?\\.|jakarta\\.|graphql\\.(execution|language|schema)|io\\.(goaltree|smallrye|quarkus|vertx)|org\\.\\w+\\."
                    + "|Exception|LinkedHashMap|BigDecimal|BigInteger|PSQL|SQLSTATE|select |insert into|update |relation \"");

    private final HostileRequests requests = new HostileRequests(Path.of("schema", "operations"));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @Test
    void no_mutated_request_breaks_the_service_or_shows_its_inside() {
        send(0, REQUESTS / 5);
        long before = heap();
        send(REQUESTS / 5, REQUESTS);
        long growth = heap() - before;
        System.getLogger("fuzz")
                .log(
                        System.Logger.Level.INFO,
                        "{0} requests, statuses {1}, heap grew by {2} KiB",
                        REQUESTS,
                        new TreeMap<>(statuses),
                        growth / 1_024);
        assertThat(broken).isEmpty();
        assertThat(growth).isLessThan(HEAP_GROWTH);
        assertThat(GraphQl.ask("{ cycle(key: \"demo-q3\") { key } }").text())
                .isEqualTo("{\"data\":{\"cycle\":{\"key\":\"demo-q3\"}}}");
    }

    private void send(int from, int to) {
        IntStream.range(from, to).parallel().forEach(this::send);
    }

    private void send(int index) {
        HostileRequests.Request request = requests.make(SEED + index);
        try {
            HttpResponse<String> answer = http.send(http(request), HttpResponse.BodyHandlers.ofString());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            boolean fault = answer.statusCode() >= 500 || answer.body().contains("\"INTERNAL\"");
            if (fault || INSIDE.matcher(answer.body()).find()) {
                broken.add(SEED + index + ": " + request.method() + " "
                        + new String(request.body(), StandardCharsets.UTF_8) + "\n -> " + answer.statusCode() + " "
                        + answer.body());
            }
        } catch (IOException e) {
            broken.add(SEED + index + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest http(HostileRequests.Request request) {
        String url = "http://localhost:" + RestAssured.port + "/graphql";
        if (request.method().equals("GET")) {
            String query = URLEncoder.encode(request.query(), StandardCharsets.UTF_8);
            url += "?query=" + query.substring(0, Math.min(query.length(), 8_000));
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url.replaceAll("%[0-9A-F]?$", "")))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", request.accept());
        return request.method().equals("GET")
                ? builder.GET().build()
                : builder.header("Content-Type", request.type())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
                        .build();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
