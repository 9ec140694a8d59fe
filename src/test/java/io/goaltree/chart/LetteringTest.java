package io.goaltree.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetteringTest {
    private static final double ROOM = 780;

    /** Widths, in parts of the size, of DejaVu Sans Bold: of the fonts that systems show, one of the widest. */
    @ParameterizedTest
    @CsvSource({
        "W, 1.103",
        "M, 0.995",
        "m, 1.042",
        "w, 0.924",
        "H, 0.837",
        "O, 0.85",
        "n, 0.712",
        "0, 0.696",
        "t, 0.478"
    })
    void title_of_any_letters_stays_within_its_room(String letter, double width) {
        String fitted = Lettering.fitted(letter.repeat(200), ROOM, Lettering.TITLE_SIZE);
        assertThat(fitted).startsWith(letter.repeat(20)).endsWith("\u2026");
        assertThat((fitted.length() - 1) * width * Lettering.TITLE_SIZE).isLessThan(ROOM);
    }

    @Test
    void what_fits_is_left_as_it_is() {
        assertThat(Lettering.width("Will", Lettering.SIZE)).isEqualTo((1 + 3 * 0.45) * 12);
        assertThat(Lettering.fitted("Will", 29, Lettering.SIZE)).isEqualTo("Will");
        assertThat(Lettering.fitted("Will", 28, Lettering.SIZE)).isEqualTo("W\u2026");
    }
}
