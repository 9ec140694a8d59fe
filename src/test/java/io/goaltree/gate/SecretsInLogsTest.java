package io.goaltree.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whatever is done with a secret, the log of everything, as fine as a package can be made to write, does not have it. */
@QuarkusTest
@TestProfile(ClosedProfile.class)
class SecretsInLogsTest extends ApiTest {

    @Test
    void a_secret_is_made_shown_refused_and_revoked_without_a_word_of_it() {
        Logger everything = Logger.getLogger("");
        Level level = everything.getLevel();
        Lines lines = new Lines();
        everything.addHandler(lines);
        everything.setLevel(Level.FINE);
        try {
            String secret = As.holder(
                    ClosedProfile.ADMIN,
                    () -> GraphQl.ask(
                                    "mutation { apiTokenCreate(input: {name: \"Logged\", rights: [READ]}) { secret } }")
                            .string("apiTokenCreate.secret"));
            String query = "{ cycles(first: 1) { nodes { key } } }";
            assertThat(As.holder(secret, () -> GraphQl.post(query)).errors()).isEmpty();
            As.holder(
                    secret,
                    () -> GraphQl.post("mutation { cycleStart(input: {cycle: \"none\"}) { userErrors { code } } }"));
            for (String shown : List.of("Bearer " + secret + "x", "Basic " + secret, secret)) {
                given().header("Authorization", shown)
                        .queryParam("query", query)
                        .get("/graphql");
            }
            given().queryParam("token", secret).get("/export/kpi-values.csv");
            String id = As.holder(ClosedProfile.ADMIN, () -> GraphQl.ask("{ apiTokens(first: 1) { nodes { id } } }"))
                    .string("apiTokens.nodes[0].id");
            As.holder(
                    ClosedProfile.ADMIN,
                    () -> GraphQl.ask(
                            "mutation($id: ID!) { apiTokenRevoke(input: {id: $id}) { userErrors { code } } }",
                            "id",
                            id));
            As.holder(secret, () -> GraphQl.post(query));
            assertThat(lines.said).isNotEmpty().noneMatch(line -> line.contains(secret.substring(3)));
            assertThat(lines.said).noneMatch(line -> line.contains(ClosedProfile.ADMIN.substring(3)));
        } finally {
            everything.removeHandler(lines);
            everything.setLevel(level);
        }
    }

    private static final class Lines extends Handler {
        private final Queue<String> said = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            if (String.valueOf(line.getLoggerName()).startsWith("org.apache.http")) {
                return; // The test's own client.
            }
            Object[] values = line.getParameters();
            said.add(line.getMessage() + (values == null ? "" : List.of(values)) + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
