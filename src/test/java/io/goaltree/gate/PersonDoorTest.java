package io.goaltree.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People at the doors, by the tokens of their issuer. */
@QuarkusTest
@TestProfile(PersonDoorTest.Closed.class)
class PersonDoorTest extends ApiTest {
    public static final class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(FakeIssuer.settings("door"));
            settings.put("goaltree.access.anonymous", "none");
            return settings;
        }
    }

    private static final String URL = FakeIssuer.url("door");
    private static final SigningKey KEY = SigningKey.rsa("rsa-1");
    private static final List<String> DOORS =
            List.of("/graphql?query=%7B__typename%7D", "/export/kpi-values.csv", "/charts/kpi/none.svg");

    private static FakeIssuer issuer;

    @BeforeAll
    static void open() {
        issuer = new FakeIssuer(URL, KEY);
    }

    @AfterAll
    static void close() {
        issuer.close();
    }

    @BeforeEach
    void reach() {
        Patience.until(() -> with(good()).get(DOORS.get(0)).statusCode() == 200);
    }

    @Test
    void a_good_token_opens_every_door_and_no_other_token_any() {
        for (String door : DOORS) {
            assertThat(with(good()).get(door).statusCode()).as(door).isIn(200, 404);
            for (String bad : List.of(
                    Jwt.of(URL, "s").with("aud", "another").signed(KEY),
                    Jwt.of(URL, "s")
                            .with("exp", Jwt.WALL.minusSeconds(60).getEpochSecond())
                            .signed(KEY),
                    Jwt.of(URL, "s").headed("alg", "none").signedBy(text -> new byte[0]),
                    Jwt.of(URL, "s").signed(SigningKey.rsa("rsa-1")),
                    "gt_" + good(),
                    "not-a-token")) {
                Response answer = with(bad).get(door);
                // After some guesses from one address it is told to wait.
                assertThat(answer.statusCode()).as(door).isIn(401, 429);
                assertThat(answer.header(answer.statusCode() == 401 ? "WWW-Authenticate" : "Retry-After"))
                        .isNotNull();
                assertThat(answer.asString())
                        .containsAnyOf("UNAUTHENTICATED", "RATE_LIMITED")
                        .doesNotContain(bad);
            }
        }
    }

    @Test
    void whoever_has_no_right_is_known_but_may_not_write() {
        Response answer = with(good())
                .contentType("text/csv")
                .body("kpi,at,value\nnone,2026-11-20,1\n")
                .post("/ingest/kpi-values");
        assertThat(answer.statusCode()).isIn(200, 403);
        assertThat(answer.asString()).contains("NOT_ALLOWED");
    }

    @Test
    void nobody_is_sent_to_a_login_page_and_nothing_is_kept_in_a_cookie() {
        for (String door : DOORS) {
            Response answer = given().redirects().follow(false).get(door);
            assertThat(answer.statusCode()).as(door).isEqualTo(401);
            assertThat(answer.header("Location")).isNull();
            assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
            assertThat(with(good()).get(door).headers().getValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_header_of_100_kilobytes_is_refused_before_anybody_looks_at_it() {
        assertThat(with("a".repeat(100_000)).get(DOORS.get(0)).statusCode()).isEqualTo(431);
    }

    private static String good() {
        return Jwt.of(URL, "somebody").signed(KEY);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
