package io.goaltree.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the README shows, run from top to bottom on a demo organisation of its own. */
@QuarkusTest
@TestProfile(ReadmeTest.OwnDemo.class)
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "<!-- (variables|answers: (\\S+\\.graphql)(?: (\\{.*?}))?(?: first (\\d+) of ([\\w.]+))?|posts: (\\S+) (\\S+)"
                    + "|exports: (\\S+) first (\\d+) lines) -->\\n```(?:json|csv)\\n(.*?)\\n```",
            Pattern.DOTALL);
    private static final Pattern SHOWN_OPERATION = Pattern.compile("```graphql\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\b([a-z]+)_[0-9a-f]{32}\\b");

    /** Adds no charset to a content type, as curl does not. */
    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** The demo, but in a database that no other test class than {@link RecipesTest} writes to or reads from. */
    public static final class OwnDemo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("goaltree.demo", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EmptyDatabase.class));
        }
    }

    @Test
    void every_answer_in_the_readme_is_the_real_one() throws IOException {
        String variables = "{}";
        int checked = 0;
        for (MatchResult example : examples()) {
            String shown = example.group(10);
            if (example.group(1).equals("variables")) {
                variables = shown;
                continue;
            }
            checked++;
            if (example.group(8) != null) {
                assertThat(withoutIds(export(example.group(8), Integer.parseInt(example.group(9)))))
                        .isEqualTo(withoutIds(shown));
                continue;
            }
            String answer = example.group(6) != null
                    ? post("/ingest/kpi-values", example.group(7), Files.readString(Path.of(example.group(6))))
                    : run(example.group(2), example.group(3) == null ? variables : example.group(3));
            JsonObject real = cut(json(answer), example.group(5), example.group(4));
            assertThat(withoutIds(real.toString()))
                    .as(example.group(1))
                    .isEqualTo(withoutIds(json(shown).toString()));
        }
        assertThat(checked).isEqualTo(11);
    }

    @Test
    void every_named_operation_is_shown_with_its_answer() throws IOException {
        List<String> shown = examples().stream()
                .flatMap(example -> Stream.ofNullable(example.group(2)))
                .toList();
        try (Stream<Path> files = Files.list(Path.of("schema", "operations"))) {
            assertThat(files.map(file -> "schema/operations/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void the_operation_at_the_top_is_the_file_of_its_name() throws IOException {
        String file = Files.readString(Path.of("schema/operations/at-risk.graphql"));
        String shown = SHOWN_OPERATION
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(file.strip()).endsWith(shown.strip());
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("README.md"))).results().toList();
    }

    private static String run(String operation, String variables) throws IOException {
        JsonObject request = Json.createObjectBuilder()
                .add("query", Files.readString(Path.of(operation)))
                .add("variables", json(variables))
                .build();
        return post("/graphql", "application/json", request.toString());
    }

    private static String export(String path, int lines) {
        String answer = given().get(path).then().statusCode(200).extract().asString();
        return answer.lines().limit(lines).collect(Collectors.joining("\n"));
    }

    private static String post(String path, String type, String body) {
        return given().config(AS_GIVEN)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The answer with only the first items of one long list, as the README shows it. */
    private static JsonObject cut(JsonObject answer, String list, String count) {
        if (list == null) {
            return answer;
        }
        String path = "/" + list.replace('.', '/');
        JsonPointer pointer = Json.createPointer(path);
        JsonPatchBuilder patch = Json.createPatchBuilder();
        for (int i = pointer.getValue(answer).asJsonArray().size() - 1; i >= Integer.parseInt(count); i--) {
            patch.remove(path + "/" + i);
        }
        return patch.build().apply(answer);
    }

    private static String withoutIds(String text) {
        return ID.matcher(text).replaceAll("$1_");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
