package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarriedBaselineTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 40, 40, on the way",
        "0, 100, 99.9999, 99.9999, nearly there",
        "0, 100, 100.0, 0, there",
        "0, 100, 130, 0, beyond",
        "0, 100, -20, -20, worse than where it began",
        "0, 100, 0, 0, not moved",
        "12, 5, 8.50, 8.50, falling and on the way",
        "12, 5, 5, 12, falling and there",
        "12, 5, 3, 12, falling and beyond",
        "12, 5, 20, 20, falling and worse",
        "-3, -1, -2, -2, below zero"
    })
    void a_copy_begins_where_the_original_came_to_unless_it_came_to_its_end(
            BigDecimal baseline, BigDecimal target, BigDecimal last, BigDecimal expected, String why) {
        assertThat(CarriedBaseline.of(baseline, target, last)).as(why).isEqualTo(expected);
    }

    @Test
    void without_a_value_the_old_baseline_stays() {
        @Nullable BigDecimal none = null;
        assertThat(CarriedBaseline.of(BigDecimal.ONE, BigDecimal.TEN, none)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void a_target_equal_to_the_baseline_is_refused() {
        assertThatThrownBy(() -> CarriedBaseline.of(BigDecimal.ONE, new BigDecimal("1.0"), BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
