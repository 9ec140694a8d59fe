package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.Node;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The recipes for frontends, run as they stand: they print what they say they print. They share the README's demo, and write
 * what neither shows: descriptions and confidences.
 */
@QuarkusTest
@TestProfile(ReadmeTest.OwnDemo.class)
class RecipesTest {
    private static final Path RECIPES = Path.of("src", "docs", "recipes");
    /** A script by its name, and what it prints. */
    private static final Pattern SHOWN =
            Pattern.compile("`(\\w+\\.mjs)` prints:\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource("/graphql")
    URL service;

    @Test
    void apollo_client_pages_caches_and_is_refused_as_its_recipe_says() throws IOException {
        Path recipe = RECIPES.resolve("apollo");
        assertThat(Node.of(recipe).run("recipe.mjs", service)).isEqualTo(shown(recipe, "recipe.mjs"));
    }

    @Test
    void apollo_client_follows_changes_as_its_recipe_says() throws IOException {
        Path recipe = RECIPES.resolve("apollo");
        assertThat(Node.of(recipe).run("live.mjs", service)).isEqualTo(shown(recipe, "live.mjs"));
    }

    @Test
    void relay_pages_and_refetches_as_its_recipe_says() throws IOException {
        Path recipe = RECIPES.resolve("relay");
        Node node = Node.of(recipe);
        Files.copy(
                Path.of("schema", "schema.graphql"),
                Path.of("target", "node", "relay", "schema.graphql"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(node.run("node_modules/relay-compiler/cli.js")).contains("compiled documents: 3 reader");
        assertThat(node.run("recipe.mjs", service)).isEqualTo(shown(recipe, "recipe.mjs"));
    }

    private static String shown(Path recipe, String script) throws IOException {
        return SHOWN.matcher(Files.readString(recipe.resolve("README.md")))
                .results()
                .filter(example -> example.group(1).equals(script))
                .map((MatchResult example) -> example.group(2))
                .findFirst()
                .orElseThrow();
    }
}
