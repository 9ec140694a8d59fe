package io.goaltree.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries at the doors of a closed service: with no token, with one that is no longer good, with one of another team. */
@QuarkusTest
@TestProfile(ClosedProfile.class)
class BypassDoorTest extends ApiTest {
    private static Secret secret;
    private static String inside;
    private static String outside;
    private static String writing;

    @Inject
    Sql sql;

    @BeforeEach
    void plant() {
        if (secret == null) {
            secret = As.holder(ClosedProfile.ADMIN, () -> Secret.plant(world, clock, sql));
            inside = token("READ", secret.otherTeam);
            outside = token("READ", secret.ownTeam);
            writing = token("WRITE_VALUES", secret.ownTeam);
        }
        clock.advance(java.time.Duration.ofHours(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/export/cycle-summary.csv?cycle={cycle}",
                "/export/key-results.ndjson?cycle={cycle}",
                "/export/cycle-summary.csv?cycle={cycle}&cycle={cycle}",
                "/export/cycle-summary.csv?cycle={cycleKey}&team={otherTeam}",
                "//export/cycle-summary.csv?cycle={cycle}",
                "/export//cycle-summary.csv?cycle={cycle}",
                "/export/./cycle-summary.csv?cycle={cycle}",
                "/export/x/../cycle-summary.csv?cycle={cycle}",
                "/export/cycle-summary.csv/?cycle={cycle}",
                "/export/cycle-summary.csv;v=1?cycle={cycle}",
                "/%65xport/cycle-summary.csv?cycle={cycle}",
                "/export/cycle-summary%2Ecsv?cycle={cycle}",
                "/EXPORT/cycle-summary.csv?cycle={cycle}",
                "/charts/objective/{objective}.svg",
                "/charts//objective/{objective}.svg",
                "/charts/objective;x=1/{objective}.svg",
                "/charts;a=b/objective/{objective}.svg",
                "/charts;a=b/kpi/{kpiKey}.svg",
                "/charts/kpi/../objective/{objective}.svg",
                "/%63harts/objective/{objective}.svg",
                "/graphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/graphql/?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "//graphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/%67raphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/graphql;x=1?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/graphiql/../graphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/q/../graphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D"
            })
    void a_token_of_another_team_reads_nothing_there_and_none_nothing_at_all(String path) {
        String asked = secret.told(path);
        Response foreign = bearer(outside, asked);
        assertThat(foreign.asString()).as(asked).doesNotContain(secret.word);
        assertThat(foreign.statusCode()).as(asked).isLessThan(500);
        Response writer = bearer(writing, asked);
        assertThat(writer.asString())
                .as(asked)
                .doesNotContain(secret.word)
                .doesNotContain("A public")
                .doesNotContain("<svg");
        Response nobody = given().urlEncodingEnabled(false).get(asked);
        assertThat(nobody.asString()).as(asked).doesNotContain(secret.word).doesNotContain("A public");
        assertThat(nobody.statusCode()).as(asked).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=localhost;proto=https",
                "X-Real-IP: 127.0.0.1",
                "X-Remote-User: admin",
                "X-Original-URL: /graphiql",
                "X-Rewrite-URL: /graphiql",
                "X-HTTP-Method-Override: OPTIONS",
                "Cookie: Authorization=Bearer gt_0123456789abcdefghjkmnpqrstvwxyz",
                "Proxy-Authorization: Bearer gt_0123456789abcdefghjkmnpqrstvwxyz",
                "X-Api-Key: gt_0123456789abcdefghjkmnpqrstvwxyz",
                "Authorization: Basic YWRtaW46YWRtaW4=",
                "Authorization: Bearer null",
                "Authorization: Bearer gt_",
                "Authorization: Negotiate abc",
                "Sec-WebSocket-Protocol: gt_0123456789abcdefghjkmnpqrstvwxyz",
                "Host: localhost",
                "Origin: http://localhost"
            })
    void a_header_that_is_no_credential_opens_nothing(String header) {
        String[] parts = header.split(": ", 2);
        Response answer = given().header(parts[0], parts[1])
                .queryParam("query", "{ cycles(first: 1) { nodes { key } } }")
                .get("/graphql");
        // After some guesses from one address it is told to wait; what shows nothing is no guess.
        assertThat(answer.statusCode()).isIn(parts[0].equals("Authorization") ? List.of(401, 429) : List.of(401));
        assertThat(answer.asString()).doesNotContain("nodes");
    }

    @Test
    void what_somebody_else_saw_is_not_still_true() {
        for (String path : List.of(
                "/graphql?query=%7Bobjective(id:%22{objective}%22)%7Btitle%7D%7D",
                "/graphql?query=%7BgoalTree(cycle:%22{cycle}%22)%7Bobjectives%7Btitle%7D%7D%7D",
                "/export/cycle-summary.csv?cycle={cycle}",
                "/export/key-results.csv?cycle={cycle}",
                "/charts/objective/{objective}.svg")) {
            String asked = secret.told(path);
            String tag = bearer(inside, asked).header("ETag");
            assertThat(tag).as(asked).isNotNull();
            for (String other : List.of(outside, ClosedProfile.ADMIN)) {
                Response answer = given().urlEncodingEnabled(false)
                        .header("Authorization", "Bearer " + other)
                        .header("If-None-Match", tag)
                        .get(asked);
                boolean sameForAll = asked.startsWith("/charts") && other.equals(ClosedProfile.ADMIN);
                assertThat(answer.statusCode()).as(asked).isIn(sameForAll ? List.of(304) : List.of(200, 404));
            }
        }
    }

    @Test
    void a_document_that_an_insider_has_persisted_reads_nothing_for_others() throws Exception {
        String document = secret.told("{ objective(id: \"{objective}\") { title } }");
        String hash = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(document.getBytes()));
        String named = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}";
        String quoted = document.replace("\"", "\\\"");
        assertThat(posted(inside, "{\"query\":\"" + quoted + "\"," + named)).contains(secret.word);
        assertThat(posted(inside, "{" + named)).contains(secret.word);
        assertThat(posted(outside, "{" + named)).isEqualTo("{\"data\":{\"objective\":null}}");
        assertThat(posted(writing, "{" + named)).contains("NOT_ALLOWED").doesNotContain(secret.word);
    }

    private static String posted(String token, String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/graphql")
                .asString();
    }

    @Test
    void a_revoked_token_is_dead_with_the_next_request() {
        String revoked = token("READ", secret.otherTeam);
        String asked = secret.told("/export/cycle-summary.csv?cycle={cycle}");
        String tag = bearer(revoked, asked).header("ETag");
        String id = As.holder(revoked, () -> GraphQl.ask("{ viewer { name } }")).string("viewer.name");
        assertThat(id).isEqualTo("A token");
        As.holder(ClosedProfile.ADMIN, () -> {
            String token =
                    GraphQl.ask("{ apiTokens(first: 1) { nodes { id } } }").string("apiTokens.nodes[0].id");
            return GraphQl.ask(
                    "mutation($input: ApiTokenRevokeInput!) { apiTokenRevoke(input: $input) { userErrors { code } } }",
                    "input",
                    GraphQl.input("id", token));
        });
        assertThat(bearer(revoked, asked).statusCode()).isEqualTo(401);
        Response stale = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + revoked)
                .header("If-None-Match", tag)
                .get(asked);
        assertThat(stale.statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer " + revoked)
                        .contentType("text/csv")
                        .body("kpi,at,value\n".getBytes())
                        .post("/ingest/kpi-values")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_that_only_writes_learns_nothing_through_what_it_writes() {
        String mine = As.holder(
                ClosedProfile.ADMIN,
                () -> GraphQl.ask(
                                "mutation($input: KpiCreateInput!) { kpiCreate(input: $input) { kpi { key } } }",
                                "input",
                                GraphQl.input(
                                        "key",
                                        world.key("writer"),
                                        "name",
                                        "Unseen name",
                                        "direction",
                                        "HIGHER_IS_BETTER",
                                        "cadence",
                                        "DAILY",
                                        "team",
                                        secret.ownTeam))
                        .string("kpiCreate.kpi.key"));
        As.holder(writing, () -> {
            String answer = GraphQl.post(
                            "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) {"
                                    + " results { value { kpi { name reviews(first: 1) { nodes { whatChanged } } } } } } }",
                            "input",
                            GraphQl.input(
                                    "values", List.of(GraphQl.input("kpi", mine, "at", "2026-11-20", "value", 1))))
                    .text();
            assertThat(answer).contains("NOT_ALLOWED").doesNotContain("Unseen name");
            return null;
        });
    }

    private static Response bearer(String token, String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get(path);
    }

    private static String token(String right, String team) {
        return As.holder(
                ClosedProfile.ADMIN,
                () -> GraphQl.ask(
                                "mutation($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { secret userErrors { message } } }",
                                "input",
                                GraphQl.input("name", "A token", "rights", List.of(right), "team", team))
                        .string("apiTokenCreate.secret"));
    }
}
