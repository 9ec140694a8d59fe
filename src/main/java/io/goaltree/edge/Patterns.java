package io.goaltree.edge;

/** Texts to search for, as SQL patterns. */
public final class Patterns {
    private Patterns() {}

    /** A pattern for {@code ilike} that finds the text anywhere, its own wildcards taken literally. */
    public static String containing(String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
