package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievedLevelTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // direction, lower and upper before, baseline, target, newest, lower, upper
                "HIGHER_IS_BETTER, -, 100, 50, 80, 80, 80, 100",
                "HIGHER_IS_BETTER, -, 100, 50, 80, 90, 80, 100",
                "HIGHER_IS_BETTER, -, 100, 50, 80, 79.99, 79.99, 100",
                "HIGHER_IS_BETTER, 60, 100, 50, 80, 80.0, 80, 100",
                "HIGHER_IS_BETTER, 60, -, 50, 80, 85, 80, -",
                "HIGHER_IS_BETTER, 60, 80, 50, 80, 80, 80, 80",
                "HIGHER_IS_BETTER, 60, 80, 50, 80, 85, 80, -",
                "HIGHER_IS_BETTER, 60, 79, 50, 80, 85, 80, -",
                "HIGHER_IS_BETTER, -, -, 50, 40, 60, 60, -",
                "LOWER_IS_BETTER, 0, -, 50, 20, 20, 0, 20",
                "LOWER_IS_BETTER, 0, -, 50, 20, 10, 0, 20",
                "LOWER_IS_BETTER, 0, 40, 50, 20, 30, 0, 30",
                "LOWER_IS_BETTER, 20, 40, 50, 20, 20, 20, 20",
                "LOWER_IS_BETTER, 20, 40, 50, 20, 10, -, 20",
                "LOWER_IS_BETTER, 21, 40, 50, 20, 10, -, 20",
                "LOWER_IS_BETTER, -, -, 50, 60, 40, -, 40",
            })
    void the_level_is_the_target_when_it_is_met_else_the_newest_value_and_the_other_bound_stays_unless_it_is_passed(
            Direction direction,
            BigDecimal lowerBefore,
            BigDecimal upperBefore,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal newest,
            BigDecimal lower,
            BigDecimal upper) {
        Band before = lowerBefore == null && upperBefore == null ? null : new Band(lowerBefore, upperBefore);
        Band kept = AchievedLevel.of(direction, before, baseline, target, newest);
        assertThat(kept).isNotNull();
        assertThat(kept.lower()).isEqualTo(lower);
        assertThat(kept.upper()).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 50, 80, 50.0",
        "HIGHER_IS_BETTER, 50, 80, 49",
        "LOWER_IS_BETTER, 50, 20, 50",
        "LOWER_IS_BETTER, 50, 20, 51"
    })
    void nothing_is_gained_by_a_value_that_is_not_better_than_the_baseline(
            Direction direction, BigDecimal baseline, BigDecimal target, BigDecimal newest) {
        assertThat(AchievedLevel.of(direction, null, baseline, target, newest)).isNull();
    }

    @Test
    void within_a_range_no_level_is_better() {
        BigDecimal one = BigDecimal.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AchievedLevel.of(Direction.WITHIN_RANGE, null, one, BigDecimal.TEN, one))
                .withMessageContaining("no better level");
    }
}
