package io.goaltree.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every answer tells browsers. */
@QuarkusTest
class ShieldingHeadersTest extends ApiTest {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @Test
    void answers_of_every_door_good_or_bad_are_shielded() {
        for (Response answer : new Response[] {
            given().contentType("application/json")
                    .body("{\"query\":\"{__typename}\"}")
                    .post("/graphql"),
            given().queryParam("query", "{__typename}").get("/graphql"),
            given().put("/graphql"),
            given().options("/graphql"),
            given().get("/graphql/schema.graphql"),
            given().get("/export/key-results.csv?cycle=none"),
            given().get("/export/kpi-values.csv?kpis=none"),
            given().contentType("text/plain").body("x").post("/ingest/kpi-values"),
            given().get("/nowhere"),
            given().get("/")
        }) {
            shielded(answer, NOTHING, "same-origin");
        }
    }

    @Test
    void charts_keep_their_own_policy_and_may_stand_in_pages_of_others_as_pictures() {
        String kpi = world.kpi();
        Response chart = given().get("/charts/kpi/" + kpi + ".svg");
        assertThat(chart.statusCode()).isEqualTo(200);
        shielded(chart, "default-src 'none'; style-src 'unsafe-inline'; sandbox", "cross-origin");
        shielded(
                given().header("If-None-Match", chart.header("ETag")).get("/charts/kpi/" + kpi + ".svg"),
                "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                "cross-origin");
        shielded(given().get("/charts/kpi/none.svg"), NOTHING, "cross-origin");
    }

    @Test
    void without_tls_nobody_is_told_to_use_it_and_nobody_says_what_serves() {
        Response answer = given().queryParam("query", "{__typename}").get("/graphql");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_page_of_elsewhere_is_not_allowed_anything() {
        for (String path :
                new String[] {"/graphql", "/ingest/kpi-values", "/export/kpi-values.csv", "/charts/kpi/a.svg"}) {
            Response preflight = given().headers(Map.of(
                            "Origin", "https://elsewhere.example",
                            "Access-Control-Request-Method", "POST",
                            "Access-Control-Request-Headers", "authorization,content-type"))
                    .options(path);
            Response asked =
                    given().header("Origin", "https://elsewhere.example").get(path);
            for (Response answer : new Response[] {preflight, asked}) {
                assertThat(answer.headers().asList())
                        .as(path)
                        .noneMatch(header ->
                                header.getName().toLowerCase(Locale.ROOT).startsWith("access-control-"));
            }
        }
    }

    private static void shielded(Response answer, String policy, String embeddable) {
        String what = answer.statusCode() + " " + answer.contentType();
        assertThat(answer.headers().getValues("X-Content-Type-Options"))
                .as(what)
                .containsExactly("nosniff");
        assertThat(answer.headers().getValues("Referrer-Policy")).as(what).containsExactly("no-referrer");
        assertThat(answer.headers().getValues("X-Frame-Options")).as(what).containsExactly("DENY");
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .as(what)
                .containsExactly(policy);
        assertThat(answer.headers().getValues("Cross-Origin-Resource-Policy"))
                .as(what)
                .containsExactly(embeddable);
    }
}
