package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipeIndexTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

    @Test
    void the_index_lists_every_recipe() throws IOException {
        List<String> listed = LINK.matcher(Files.readString(Recipe.ALL.resolve("README.md")))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith(".."))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(recipes());
    }

    @Test
    void every_recipe_is_run_by_a_test() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.list(Path.of("src", "test", "java", "io", "goaltree", "demo"))) {
            tests = files.filter(file -> file.toString().matches(".*Recipes?Test\\.java"))
                    .map(RecipeIndexTest::read)
                    .toList();
        }
        assertThat(recipes())
                .allSatisfy(recipe -> assertThat(tests)
                        .as(recipe)
                        .anyMatch(test -> test.contains("new Recipe(\"" + recipe + "\")")
                                || test.contains("RECIPES.resolve(\"" + recipe + "\")")));
    }

    @Test
    void every_link_of_a_recipe_leads_to_a_file() throws IOException {
        for (String recipe : recipes()) {
            LINK.matcher(new Recipe(recipe).text("README.md"))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(link -> assertThat(new Recipe(recipe).file(link)).exists());
        }
    }

    private static List<String> recipes() throws IOException {
        try (Stream<Path> folders = Files.list(Recipe.ALL)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
