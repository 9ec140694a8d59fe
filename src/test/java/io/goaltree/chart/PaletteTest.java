package io.goaltree.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for what has to be made out (1.4.11). */
class PaletteTest {
    static List<Palette> palettes() {
        return List.of(Palette.LIGHT, Palette.DARK);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void text_and_marks_stand_out_from_paper_and_range(Palette palette) {
        for (String behind : List.of(palette.paper(), palette.range())) {
            assertThat(contrast(palette.ink(), behind)).isGreaterThan(4.5);
            assertThat(contrast(palette.muted(), behind)).isGreaterThan(4.5);
            List<String> marks = new ArrayList<>(
                    List.of(palette.course(), palette.improving(), palette.worsening(), palette.neutral()));
            marks.addAll(List.of(palette.other()));
            assertThat(marks)
                    .allSatisfy(mark -> assertThat(contrast(mark, behind)).isGreaterThan(3));
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double share = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
