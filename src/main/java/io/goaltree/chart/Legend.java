package io.goaltree.chart;

/** One line below a picture that says what its lines and shapes mean, from left to right. */
final class Legend {
    private static final double SIGN = 21;
    private static final double GAP = 10;
    private static final double MIDDLE = 4;

    private final Drawing drawing;
    private final Frame frame;
    private double x;

    Legend(Drawing drawing, Frame frame) {
        this.drawing = drawing;
        this.frame = frame;
        this.x = frame.left();
    }

    /** Draws what is explained, from this place on to the right. */
    @FunctionalInterface
    interface Sign {
        void draw(double x, double y);
    }

    /** Left out when there is no room. */
    void entry(String words, Sign sign) {
        double width = SIGN + Lettering.width(words, Lettering.SIZE) + GAP;
        if (x + width > frame.size().width() + GAP) {
            return;
        }
        sign.draw(x, frame.legendLine() - MIDDLE);
        drawing.text("", x + SIGN, frame.legendLine(), words);
        x += width;
    }

    /** How wide the words of one may be when there are so many to come, in pixels. */
    double share(int left) {
        return (frame.size().width() - x) / left - SIGN - GAP;
    }
}
