package io.goaltree.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What was written down by hand, with an empty line between one try and the next, and remarks that begin with a hash. */
final class Tries {
    private Tries() {}

    static Stream<String> in(String file) {
        try {
            return Stream.of(Files.readString(Path.of("src", "test", "resources", file))
                            .split("\n\n"))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty() && !each.startsWith("#"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
