package io.goaltree.edge.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that runs the operations of a folder and no others. */
@QuarkusTest
@TestProfile(TrustedOnlyTest.Trusting.class)
class TrustedOnlyTest {
    private static final Path REGISTERED = Path.of("schema", "operations", "cycle-summary.graphql");

    public static final class Trusting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("goaltree.documents.folder", "schema/operations", "goaltree.documents.trusted-only", "true");
        }
    }

    @Test
    void a_registered_document_runs_by_its_id_or_its_text() throws Exception {
        JsonObject variables = new JsonObject().put("cycle", "no-such-cycle");
        String text = Files.readString(REGISTERED);
        String id = "sha256:"
                + HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String answer = "{\"data\":{\"cycleSummary\":null}}";
        assertThat(post(new JsonObject().put("documentId", id).put("variables", variables))
                        .asString())
                .isEqualTo(answer);
        assertThat(post(new JsonObject().put("query", text).put("variables", variables))
                        .asString())
                .isEqualTo(answer);
        assertThat(given().queryParam("documentId", id)
                        .queryParam("variables", variables.encode())
                        .get("/graphql")
                        .asString())
                .isEqualTo(answer);
    }

    @Test
    void nothing_else_runs_through_any_door() throws IOException {
        String code = "errors[0].extensions.code";
        JsonObject other = new JsonObject().put("query", "{ __typename }");
        assertThat(post(other).jsonPath().getString(code)).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(given().queryParam("query", "{ __typename }")
                        .get("/graphql")
                        .jsonPath()
                        .getString(code))
                .isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(given().contentType("application/json")
                        .accept("text/event-stream")
                        .body(other.encode())
                        .post("/graphql")
                        .asString())
                .contains("DOCUMENT_NOT_TRUSTED")
                .doesNotContain("Query");
    }

    private static Response post(JsonObject request) {
        return given().contentType("application/json").body(request.encode()).post("/graphql");
    }
}
