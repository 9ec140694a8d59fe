package io.goaltree.chart;

/** How large a picture is, in CSS pixels, each {@value #LEAST} to {@value #MOST}. */
record Size(int width, int height) {
    static final int LEAST = 200;
    static final int MOST = 2_000;

    Size {
        if (width < LEAST || width > MOST || height < LEAST || height > MOST) {
            throw new IllegalArgumentException(
                    "Size is " + width + " x " + height + "; each must be " + LEAST + " to " + MOST);
        }
    }

    /** Too small for more than the picture itself and its axes. */
    boolean isSmall() {
        return width < 420 || height < 260;
    }
}
