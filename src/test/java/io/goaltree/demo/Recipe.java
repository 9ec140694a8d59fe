package io.goaltree.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A folder below {@code src/docs/recipes}. */
record Recipe(String name) {
    static final Path ALL = Path.of("src", "docs", "recipes");
    /** A file by its name, and what it prints. */
    private static final Pattern SHOWN =
            Pattern.compile("`([\\w.-]+)` prints:\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

    Path folder() {
        return ALL.resolve(name);
    }

    Path file(String file) {
        return folder().resolve(file);
    }

    String text(String file) {
        try {
            return Files.readString(file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its README says that a file prints. */
    String shown(String file) {
        return SHOWN.matcher(text("README.md"))
                .results()
                .filter(example -> example.group(1).equals(file))
                .map((MatchResult example) -> example.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + "/README.md does not show what " + file + " prints"));
    }
}
