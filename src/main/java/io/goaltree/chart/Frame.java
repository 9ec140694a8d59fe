package io.goaltree.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What every picture has around its content: headings, room for it, axes. */
record Frame(Size size, double left, double top, double right, double bottom) {
    private static final double EDGE = 10;
    private static final double GAP = 6;
    private static final double BETWEEN_TICKS = 36;
    private static final double HALF_LETTER = 4;
    /** Half a date stands to the left of the first day. */
    private static final double LEAST_LEFT = 46;

    private static final double HEADING = 60;
    private static final double FOOTING = 44;
    private static final double SMALL_FOOTING = 26;

    /** A frame whose sides leave room for texts of these widths, each in pixels, but no more than a third of it. */
    static Frame of(Size size, double leftText, double rightText) {
        double most = size.width() / 3.0;
        return new Frame(
                size,
                Math.max(LEAST_LEFT, Math.min(most, EDGE + leftText + GAP)),
                HEADING,
                size.width() - Math.min(most, EDGE + rightText + GAP),
                size.height() - (size.isSmall() ? SMALL_FOOTING : FOOTING));
    }

    void headings(Drawing drawing, String title, String subtitle) {
        double room = size.width() - 2 * EDGE;
        drawing.text("strong title", EDGE, 22, Lettering.fitted(title, room, Lettering.TITLE_SIZE));
        drawing.text("", EDGE, 40, Lettering.fitted(subtitle, room, Lettering.SIZE));
    }

    /** Where the very last line stands. */
    double legendLine() {
        return size.height() - EDGE;
    }

    /** A word about a day, above the content. */
    void note(Drawing drawing, double x, double room, String text) {
        if (!size.isSmall()) {
            drawing.text("", x, top - GAP, Lettering.fitted(text, room, Lettering.SIZE));
        }
    }

    /** Text where the content would be. */
    void instead(Drawing drawing, String text) {
        drawing.text(
                "strong middle",
                (left + right) / 2,
                top + (bottom - top) / 4,
                Lettering.fitted(text, right - left, Lettering.SIZE));
    }

    void axes(Drawing drawing, ValueAxis values, Function<BigDecimal, String> label, DayAxis days) {
        drawing.group("axes", () -> {
            for (BigDecimal tick : ticks(values)) {
                double y = values.y(tick);
                drawing.line("grid", left, y, right, y, null);
                drawing.text(
                        "end",
                        left - GAP,
                        y + HALF_LETTER,
                        Lettering.fitted(label.apply(tick), left - GAP, Lettering.SIZE));
            }
            for (DayAxis.Tick tick : days.ticks()) {
                double x = days.x(tick.day());
                drawing.line("axis", x, bottom, x, bottom + GAP / 2, null);
                drawing.text("middle", x, bottom + 17, tick.label());
            }
            drawing.line("axis", left, bottom, right, bottom, null);
        });
    }

    static List<BigDecimal> ticks(ValueAxis values) {
        return values.ticks(BETWEEN_TICKS);
    }
}
