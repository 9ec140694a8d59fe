package io.goaltree.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.SelfSigned;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service over TLS that is open to the pages of one other site, as http.md says. */
@QuarkusTest
@TestProfile(CorsOverTlsTest.Open.class)
class CorsOverTlsTest {
    private static final String SECRET = "gt_0123456789abcdefghjkmnpqrstvwxyz";
    private static final String FRIEND = "https://goals.example.com";

    /** GraphiQL is on, too: it must not lose its scripts. */
    public static final class Open implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(SelfSigned.settings());
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1");
            settings.put("goaltree.graphiql", "true");
            settings.put("goaltree.admin-token", SECRET);
            settings.put("quarkus.http.cors.enabled", "true");
            settings.put("quarkus.http.cors.origins", FRIEND);
            settings.put("quarkus.http.cors.methods", "GET,POST");
            settings.put("quarkus.http.cors.headers", "authorization,content-type,if-none-match,idempotency-key");
            settings.put("quarkus.http.cors.exposed-headers", "ETag,Retry-After,Goaltree-As-Of");
            settings.put("quarkus.http.cors.access-control-allow-credentials", "false");
            return settings;
        }
    }

    @TestHTTPResource(value = "/", tls = true)
    URI base;

    @TestHTTPResource("/")
    URI plain;

    @Test
    void whoever_was_here_over_tls_is_told_not_to_come_without() {
        HttpResponse<String> answer = send(to("graphql?query=%7B__typename%7D")
                .header("Authorization", "Bearer " + SECRET)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(send(HttpRequest.newBuilder(plain.resolve("graphql?query=%7B__typename%7D"))
                                .GET())
                        .headers()
                        .allValues("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_proxy_that_is_trusted_may_say_that_it_was_tls() {
        HttpRequest.Builder request = HttpRequest.newBuilder(plain.resolve("graphql?query=%7B__typename%7D"));
        assertThat(send(request.header("X-Forwarded-Proto", "https").GET())
                        .headers()
                        .allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void the_friend_may_ask_at_every_door_and_read_what_it_is_answered() {
        for (String path : List.of("graphql", "ingest/kpi-values", "export/kpi-values.csv", "charts/kpi/a.svg")) {
            HttpResponse<String> preflight = send(preflight(path, FRIEND));
            assertThat(preflight.statusCode()).as(path).isEqualTo(200);
            assertThat(one(preflight, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
            assertThat(one(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET,POST");
            assertThat(one(preflight, "Access-Control-Allow-Headers"))
                    .isEqualTo("authorization,content-type,if-none-match,idempotency-key");
            assertThat(one(preflight, "Access-Control-Allow-Credentials")).isEqualTo("false");
            assertThat(one(preflight, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
        HttpResponse<String> answer = send(question().header("Origin", FRIEND));
        assertThat(answer.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(one(answer, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(one(answer, "Access-Control-Allow-Credentials")).isEqualTo("false");
        assertThat(one(answer, "Access-Control-Expose-Headers")).isEqualTo("ETag,Retry-After,Goaltree-As-Of");
    }

    @Test
    void all_others_are_turned_away() {
        for (String origin : List.of(
                "https://elsewhere.example", FRIEND + ".elsewhere.example", "http://goals.example.com", "null")) {
            HttpResponse<String> preflight = send(preflight("graphql", origin));
            HttpResponse<String> answer = send(question().header("Origin", origin));
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void graphiql_is_a_page_with_scripts_that_no_other_page_frames() {
        HttpResponse<String> page = send(to("graphiql/").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<script");
        assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly("frame-ancestors 'none'");
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    private HttpRequest.Builder question() {
        return to("graphql")
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}"));
    }

    private HttpRequest.Builder preflight(String path, String origin) {
        return to(path).method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private static String one(HttpResponse<String> answer, String header) {
        assertThat(answer.headers().allValues(header)).as(header).hasSize(1);
        return answer.headers().firstValue(header).orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpClient http =
                HttpClient.newBuilder().sslContext(SelfSigned.trusted()).build();
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
