package io.goaltree.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.As;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of access can be done, and is tested where they say so. */
@QuarkusTest
@TestProfile(ClosedProfile.class)
class AccessDocsTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern POSTED = Pattern.compile("-d '(\\{\"query\": \"mutation \\{ apiTokenCreate.*?)'\n");

    @Test
    void every_test_that_security_md_names_is_there() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
            Set<String> named = NAMED.matcher(security())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(named).hasSizeGreaterThan(30);
            assertThat(tests).containsAll(named);
        }
    }

    @Test
    void no_item_of_the_lists_is_without_a_test() throws IOException {
        String security = security();
        assertThat(security.substring(security.indexOf("## OWASP")).lines())
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| item") && !line.startsWith("| ---"))
                .hasSizeGreaterThan(20)
                .allMatch(line -> NAMED.matcher(line).find());
    }

    @Test
    void the_token_of_the_readme_is_made_and_opens_the_door() throws IOException {
        Matcher posted = POSTED.matcher(Files.readString(Path.of("README.md")));
        assertThat(posted.find()).isTrue();
        JsonPath answer = As.holder(
                ClosedProfile.ADMIN,
                () -> given().contentType("application/json")
                        .body(posted.group(1))
                        .post("/graphql")
                        .jsonPath());
        assertThat(answer.<Object>getList("data.apiTokenCreate.userErrors")).isEmpty();
        String secret = answer.getString("data.apiTokenCreate.secret");
        assertThat(As.holder(
                        secret,
                        () -> given().queryParam("query", "{ viewer { name rights } }")
                                .get("/graphql")
                                .asString()))
                .isEqualTo("{\"data\":{\"viewer\":{\"name\":\"Nightly metrics\",\"rights\":[\"WRITE_VALUES\"]}}}");
    }

    private static String security() throws IOException {
        return Files.readString(Path.of("src", "docs", "security.md"));
    }
}
