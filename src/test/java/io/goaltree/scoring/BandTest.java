package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {
    @ParameterizedTest
    @CsvSource({
        "4, 5, 3.999, false",
        "4, 5, 4.000, true",
        "4, 5, 5.000, true",
        "4, 5, 5.001, false",
        "4,  , 3.999, false",
        "4,  , 4, true",
        "4,  , 1000000, true",
        " , 5, -1000000, true",
        " , 5, 5, true",
        " , 5, 5.001, false",
        "4, 4.0, 4.00, true",
        "4, 4.0, 4.01, false"
    })
    void bounds_are_inclusive_and_a_missing_one_is_open(
            BigDecimal lower, BigDecimal upper, BigDecimal value, boolean inside) {
        assertThat(new Band(lower, upper).contains(value)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"3.2, 0.8", "4, 0", "4.5, 0", "5, 0", "5.75, 0.75"})
    void the_distance_is_measured_from_the_bound_that_is_passed(BigDecimal value, BigDecimal distance) {
        assertThat(new Band(new BigDecimal("4"), new BigDecimal("5")).distance(value))
                .isEqualByComparingTo(distance);
    }

    @Test
    void a_band_open_on_both_sides_is_refused() {
        assertThatThrownBy(() -> new Band(null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Both bounds are open; at least one must be set");
    }

    @Test
    void a_band_upside_down_is_refused() {
        assertThatThrownBy(() -> new Band(new BigDecimal("5"), new BigDecimal("4.99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lower bound is 5; it must be at most the upper 4.99");
    }
}
