package io.goaltree.chart;

/** What a picture is looked at on. */
enum Theme {
    LIGHT,
    DARK,
    /** As the reader's system is set, in one file; readers that know nothing of it show the light one. */
    AUTO;

    private static final String SHAPES = """
            .goaltree-chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}\
            .goaltree-chart text.title{font-size:15px;font-weight:600}\
            .goaltree-chart .middle{text-anchor:middle}\
            .goaltree-chart .end{text-anchor:end}\
            .goaltree-chart .centre{stroke-width:1.5}\
            .goaltree-chart .limit{stroke-width:1.5;stroke-dasharray:7 4}\
            .goaltree-chart .start{stroke-dasharray:2 3}\
            .goaltree-chart .course{fill:none;stroke-width:2;stroke-linejoin:round}\
            .goaltree-chart .other{fill:none;stroke-width:1.25;stroke-linejoin:round}\
            .goaltree-chart .other2,.goaltree-chart .other4{stroke-dasharray:6 2}\
            .goaltree-chart .other3,.goaltree-chart .other5{stroke-dasharray:2 2}\
            .goaltree-chart .expected{stroke-width:1.5;stroke-dasharray:8 5}\
            .goaltree-chart .today{stroke-dasharray:2 3}\
            """;

    String css() {
        return switch (this) {
            case LIGHT -> SHAPES + Palette.LIGHT.rules();
            case DARK -> SHAPES + Palette.DARK.rules();
            case AUTO ->
                SHAPES + Palette.LIGHT.rules() + "@media (prefers-color-scheme:dark){" + Palette.DARK.rules() + "}";
        };
    }
}
