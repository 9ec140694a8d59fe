package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.Sql;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries to read a private objective of another team, each written by hand in bypass-reads.txt. Those inside find what the try is
 * after, so that it is a real one; those outside find nothing of it, whoever else asked before.
 */
@QuarkusTest
class BypassReadTest extends ApiTest {
    private static Secret secret;

    @Inject
    Sql sql;

    static Stream<String> tries() {
        return Tries.in("bypass-reads.txt");
    }

    @BeforeEach
    void plant() {
        if (secret == null) {
            secret = Secret.plant(world, clock, sql);
        }
        clock.advance(java.time.Duration.ofHours(3));
    }

    @ParameterizedTest
    @MethodSource("tries")
    void nothing_is_found_by(String hand) {
        String asked = secret.told(hand);
        String inside = As.caller(reader(secret.otherTeam), () -> answer(asked));
        assertThat(inside).as(asked).contains(secret.word);
        String outside = As.caller(reader(secret.ownTeam), () -> answer(asked));
        assertThat(outside).as(asked).doesNotContain(secret.word);
        secret.ids.forEach((name, id) -> {
            if (Set.of("objective", "keyResult", "stones", "milestone", "checkIn", "fed")
                            .contains(name)
                    && !asked.contains(id)) {
                assertThat(outside).as(asked).doesNotContain(id);
            }
        });
        assertThat(outside).as(asked).doesNotContain("\"code\":\"INTERNAL\"");
    }

    @Test
    void the_tries_are_many() {
        assertThat(tries()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    }

    /** A line that begins with a method is a request; everything else is a GraphQL document. */
    private static String answer(String asked) {
        if (asked.startsWith("GET ") || asked.startsWith("HEAD ")) {
            return RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(asked.substring(asked.indexOf(' ') + 1))
                    .asString();
        }
        List<String> lines = Arrays.asList(asked.split("\nVARIABLES "));
        JsonObject body = new JsonObject().put("query", lines.get(0));
        if (lines.size() > 1) {
            body.put("variables", new JsonObject(lines.get(1)));
        }
        return RestAssured.given()
                .contentType("application/json")
                .body(body.encode())
                .post("/graphql")
                .asString();
    }

    private static Who reader(String team) {
        return As.bound(Set.of(Right.READ), team);
    }
}
