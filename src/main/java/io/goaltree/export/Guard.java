package io.goaltree.export;

/**
 * What keeps a text from being taken for a formula by the program that opens a CSV (OWASP, CSV injection): one that begins
 * like a formula gets an apostrophe before it.
 */
final class Guard {
    static final String MARK = "'";

    private static final String SUSPECT = "=+-@\t\r";

    private Guard() {}

    static boolean isSuspect(String text) {
        return !text.isEmpty() && SUSPECT.indexOf(text.charAt(0)) >= 0;
    }

    static String guarded(String text) {
        return isSuspect(text) ? MARK + text : text;
    }

    /** The same in SQL. */
    static String sql(String text) {
        StringBuilder codes = new StringBuilder();
        SUSPECT.chars()
                .forEach(code -> codes.append(codes.isEmpty() ? "" : ", ").append(code));
        return "case when ascii(%1$s) in (%2$s) then '''' || %1$s else %1$s end".formatted(text, codes);
    }
}
