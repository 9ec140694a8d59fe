package io.goaltree.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The lists of English words, read once. */
final class English {
    private static final Properties LISTS = read();

    private English() {}

    /** The words of a list; a phrase has a space between its words. */
    static Set<String> words(String list) {
        String words = Objects.requireNonNull(LISTS.getProperty(list), list);
        return Set.of(Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.replace('_', ' '))
                .distinct()
                .toArray(String[]::new));
    }

    private static Properties read() {
        Properties lists = new Properties();
        try (InputStream resource = English.class.getResourceAsStream("/wording/english.properties")) {
            lists.load(new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
