package io.goaltree.chart;

/** Text in a picture. How wide it is can only be guessed: which font will show it, the reader's system decides. */
final class Lettering {
    static final double SIZE = 12;
    static final double TITLE_SIZE = 15;

    /** In parts of the font's size; on the wide side, so that what is guessed to fit does. */
    private static final double LETTER = 0.6;

    private static final double TITLE_LETTER = 0.66;
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
        return text.codePoints()
                .mapToDouble(codePoint -> (codePoint < FIRST_WIDE ? letter(size) : IDEOGRAPH) * size)
                .sum();
    }

    /** Titles are bold. */
    private static double letter(double size) {
        return size == TITLE_SIZE ? TITLE_LETTER : LETTER;
    }

    /** As much of a text as fits into a width, in pixels; with an ellipsis when that is not all. */
    static String fitted(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        StringBuilder fitted = new StringBuilder();
        double left = width - IDEOGRAPH * size;
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
