package io.goaltree.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the published schema says about each of its names, kept in resources so that the words for callers can be
 * read and edited in one go. A key is {@code Type}, {@code Type.member}, {@code Type.field.argument}, or, where many
 * types mean the same by it, {@code *.member} and {@code *.argument}.
 */
public final class Descriptions {
    private static final List<String> RESOURCES = List.of(
            "/schema-descriptions.properties",
            "/schema-descriptions-access.properties",
            "/schema-descriptions-kpi.properties",
            "/schema-descriptions-live.properties",
            "/schema-descriptions-rows.properties");

    private final Map<String, String> texts;

    private Descriptions(Map<String, String> texts) {
        this.texts = texts;
    }

    public static Descriptions load() {
        Map<String, String> texts = new HashMap<>();
        RESOURCES.forEach(name -> read(name, texts));
        return new Descriptions(texts);
    }

    private static void read(String name, Map<String, String> texts) {
        Properties properties = new Properties();
        try (InputStream resource = Descriptions.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }

    @Nullable
    String of(String type) {
        return texts.get(type);
    }

    @Nullable
    String ofMember(String type, String member) {
        return texts.getOrDefault(type + "." + member, texts.get("*." + member));
    }

    @Nullable
    String ofArgument(String type, String field, String argument) {
        return texts.getOrDefault(type + "." + field + "." + argument, texts.get("*." + argument));
    }

    /** Every key, for the test that no description is left without its subject. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
