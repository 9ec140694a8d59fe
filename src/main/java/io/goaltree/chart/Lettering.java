package io.goaltree.chart;

/** Text in a picture. How wide it is can only be guessed: which font will show it, the reader's system decides. */
final class Lettering {
    static final double SIZE = 12;
    static final double TITLE_SIZE = 15;

    /** In parts of the font's size; on the wide side, so that what is guessed to fit does. */
    private static final double LETTER = 0.64;

    private static final double NARROW = 0.45;
    private static final double CAPITAL = 0.8;
    private static final double WIDE = 1;

    /** Titles are bold. */
    private static final double BOLD = 1.12;

    private static final String NARROW_LETTERS = "Iijlftr .,:;'|!()[]/-";
    private static final String WIDE_LETTERS = "MWmw@%\u00c6\u00e6\u0152\u0153";
    private static final int FIRST_NOT_LATIN = 0x370;
    private static final double IDEOGRAPH = 1.05;
    private static final int FIRST_WIDE = 0x1100;
    private static final String ELLIPSIS = "\u2026";

    private Lettering() {}

    /** Without what XML cannot hold, control characters, and marks that turn the direction of writing. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Lettering::isShown).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> codePoint == 0x200D;
            default -> (codePoint & 0xFFFE) != 0xFFFE;
        };
    }

    /** In pixels. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::width).sum() * size * (size == TITLE_SIZE ? BOLD : 1);
    }

    private static double width(int codePoint) {
        if (codePoint >= FIRST_WIDE) {
            return IDEOGRAPH;
        }
        boolean capital = Character.isUpperCase(codePoint);
        if (codePoint >= FIRST_NOT_LATIN) {
            return capital ? WIDE : CAPITAL;
        }
        if (NARROW_LETTERS.indexOf(codePoint) >= 0) {
            return NARROW;
        }
        if (WIDE_LETTERS.indexOf(codePoint) >= 0) {
            return WIDE;
        }
        return capital ? CAPITAL : LETTER;
    }

    /** As much of a text as fits into a width, in pixels; with an ellipsis when that is not all. */
    static String fitted(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        StringBuilder fitted = new StringBuilder();
        double left = width - width(ELLIPSIS, size);
        for (int codePoint : text.codePoints().toArray()) {
            left -= width(Character.toString(codePoint), size);
            if (left < 0) {
                break;
            }
            fitted.appendCodePoint(codePoint);
        }
        return fitted.append(ELLIPSIS).toString();
    }
}
