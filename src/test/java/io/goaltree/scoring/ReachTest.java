package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final MathContext THIRTY_DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "40, 60, 40, at the baseline, 0",
        "40, 60, 45, a quarter of the way up, 0.25",
        "40, 60, 60, at the target, 1",
        "8, 2, 5, half of the way down, 0.5",
        "-10, 10, 0, across zero, 0.5",
        "0, 3, 1, a third to 34 digits, 0.3333333333333333333333333333333333",
        "0, 3, 2, two thirds to 34 digits, 0.6666666666666666666666666666666667",
        "0.1, 0.3, 0.2, decimals stay exact, 0.5"
    })
    void the_share_of_the_way(BigDecimal baseline, BigDecimal target, BigDecimal value, String name, BigDecimal raw) {
        assertThat(Reach.raw(baseline, target, value)).as(name).isEqualByComparingTo(raw);
    }

    @Test
    void worse_than_the_baseline_gives_a_negative_raw_and_ratio_zero() {
        Score rising = Score.of(Reach.raw(decimal("40"), decimal("60"), decimal("35")));
        assertThat(rising.raw()).isEqualByComparingTo("-0.25");
        assertThat(rising.ratio()).isEqualByComparingTo("0");
        Score falling = Score.of(Reach.raw(decimal("8"), decimal("2"), decimal("11")));
        assertThat(falling.raw()).isEqualByComparingTo("-0.5");
        assertThat(falling.ratio()).isEqualByComparingTo("0");
    }

    @Test
    void beyond_the_target_gives_a_raw_above_one_and_ratio_one() {
        Score rising = Score.of(Reach.raw(decimal("40"), decimal("60"), decimal("65")));
        assertThat(rising.raw()).isEqualByComparingTo("1.25");
        assertThat(rising.ratio()).isEqualByComparingTo("1");
        Score falling = Score.of(Reach.raw(decimal("8"), decimal("2"), decimal("-1")));
        assertThat(falling.raw()).isEqualByComparingTo("1.5");
        assertThat(falling.ratio()).isEqualByComparingTo("1");
    }

    @Test
    void a_target_equal_to_the_baseline_is_refused_however_it_is_written() {
        assertThatThrownBy(() -> Reach.raw(decimal("5"), decimal("5.00"), decimal("6")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Target is 5.00, the same as the baseline; they must differ");
    }

    @ParameterizedTest
    @CsvSource({"80, -25, 60", "80, 12.5, 90", "-80, -25, -60", "3, 0.001, 3.00003", "80, -100, 0", "80, -150, -40"})
    void a_relative_change_becomes_an_exact_target(BigDecimal baseline, BigDecimal change, BigDecimal target) {
        assertThat(Reach.target(baseline, change)).isEqualByComparingTo(target);
    }

    @Test
    void a_relative_change_of_nothing_or_by_nothing_is_refused() {
        assertThatThrownBy(() -> Reach.target(decimal("0.0"), decimal("-25")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Baseline is 0; a relative target needs a baseline other than 0");
        assertThatThrownBy(() -> Reach.target(decimal("80"), decimal("0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Change is 0 %; a relative target needs a change other than 0");
    }

    @Test
    void law_a_change_of_unit_changes_no_progress() {
        Random random = new Random(20250404);
        for (int i = 0; i < 1_000; i++) {
            Way way = Way.sample(random);
            BigDecimal size = Samples.positive(random, 50, 2);
            BigDecimal scale = random.nextBoolean() ? size : size.negate();
            BigDecimal shift = Samples.decimal(random, 500, 2);
            Way converted = new Way(
                    way.baseline.multiply(scale).add(shift),
                    way.target.multiply(scale).add(shift),
                    way.value.multiply(scale).add(shift));
            assertThat(converted.raw()).isEqualByComparingTo(way.raw());
        }
    }

    @Test
    void law_walking_back_mirrors_progress() {
        Random random = new Random(20250405);
        for (int i = 0; i < 1_000; i++) {
            Way way = Way.sample(random);
            BigDecimal there = way.raw().round(THIRTY_DIGITS);
            BigDecimal back = Reach.raw(way.target, way.baseline, way.value);
            assertThat(there.add(back).subtract(BigDecimal.ONE).abs())
                    .isLessThan(there.abs().max(BigDecimal.ONE).movePointLeft(29));
        }
    }

    @Test
    void law_one_step_nearer_to_the_target_is_more_progress() {
        Random random = new Random(20250406);
        for (int i = 0; i < 1_000; i++) {
            Way way = Way.sample(random);
            BigDecimal nearer = way.value.add(way.target.subtract(way.baseline).movePointLeft(3));
            assertThat(Reach.raw(way.baseline, way.target, nearer)).isGreaterThan(way.raw());
        }
    }

    @Test
    void law_reaching_a_relative_target_is_progress_one() {
        Random random = new Random(20250407);
        for (int i = 0; i < 1_000; i++) {
            BigDecimal baseline = Samples.positive(random, 100, 3);
            BigDecimal target =
                    Reach.target(baseline, Samples.positive(random, 300, 2).negate());
            assertThat(target).isLessThan(baseline);
            assertThat(Reach.raw(baseline, target, target)).isEqualByComparingTo("1");
        }
    }

    private record Way(BigDecimal baseline, BigDecimal target, BigDecimal value) {
        static Way sample(Random random) {
            BigDecimal baseline = Samples.decimal(random, 100, 3);
            BigDecimal length = Samples.positive(random, 100, 3);
            return new Way(
                    baseline,
                    random.nextBoolean() ? baseline.add(length) : baseline.subtract(length),
                    Samples.decimal(random, 200, 3));
        }

        BigDecimal raw() {
            return Reach.raw(baseline, target, value);
        }
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
