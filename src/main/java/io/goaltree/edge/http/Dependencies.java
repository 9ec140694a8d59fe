package io.goaltree.edge.http;

import io.goaltree.change.Families;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * On which families of data each type of the schema depends, as dependencies.properties says: connections, edges and
 * payloads depend on what their nodes do. A type that is not there depends on everything.
 */
final class Dependencies {
    /** In place of families: of what changes without a trace, nobody can say that it is as it was. */
    static final String NEVER_THE_SAME = "never-the-same";

    private static final String RESOURCE = "dependencies.properties";

    private final Properties families = new Properties();

    private Dependencies() {}

    static Dependencies load() {
        Dependencies dependencies = new Dependencies();
        ClassLoader loader = Objects.requireNonNull(Dependencies.class.getClassLoader());
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(loader.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8)) {
            dependencies.families.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dependencies;
    }

    Set<String> of(Set<String> types) {
        Set<String> all = new HashSet<>();
        types.forEach(type -> all.addAll(of(type)));
        return all;
    }

    /** The types that are listed. */
    Set<String> types() {
        return families.stringPropertyNames();
    }

    private Set<String> of(String type) {
        if (type.startsWith("__")) {
            return Set.of();
        }
        String listed = families.getProperty(type);
        if (listed == null) {
            return Families.ALL;
        }
        return listed.isBlank() ? Set.of() : Set.copyOf(List.of(listed.strip().split(" +")));
    }
}
