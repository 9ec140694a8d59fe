package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @ParameterizedTest
    @CsvSource({"-0.25, 0", "0, 0", "0.4, 0.4", "1, 1", "1.25, 1"})
    void the_ratio_is_the_raw_clamped_to_a_share(BigDecimal raw, BigDecimal ratio) {
        Score score = Score.of(raw);
        assertThat(score.raw()).isEqualByComparingTo(raw);
        assertThat(score.ratio()).isEqualByComparingTo(ratio);
        assertThat(score.coverage()).isEqualByComparingTo("1");
        assertThat(score.isMeasured()).isTrue();
    }

    @Test
    void not_measured_has_no_number_at_all() {
        Score score = Score.notMeasured();
        assertThat(score.raw()).isNull();
        assertThat(score.ratio()).isNull();
        assertThat(score.coverage()).isEqualByComparingTo("0");
        assertThat(score.isMeasured()).isFalse();
    }

    @Test
    void a_zero_without_coverage_is_not_measured() {
        assertThat(new Score(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO).isMeasured())
                .isFalse();
        assertThat(new Score(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.001")).isMeasured())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.01"})
    void coverage_outside_a_share_is_refused(BigDecimal coverage) {
        assertThatThrownBy(() -> new Score(HALF, HALF, coverage))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Coverage is " + coverage + "; it must be between 0 and 1");
    }

    @Test
    void raw_and_ratio_are_null_together_or_refused() {
        assertThatThrownBy(() -> new Score(null, HALF, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Raw is null and ratio is 0.5; both or neither is null");
        assertThatThrownBy(() -> new Score(HALF, null, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Raw is 0.5 and ratio is null; both or neither is null");
    }

    @Test
    void coverage_without_a_ratio_is_refused() {
        assertThatThrownBy(() -> new Score(null, null, HALF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Coverage is 0.5; without a ratio it must be 0");
    }

    @Test
    void a_ratio_that_is_not_the_clamped_raw_is_refused() {
        assertThatThrownBy(() -> new Score(new BigDecimal("1.2"), new BigDecimal("1.2"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ratio is 1.2; it must be raw 1.2 clamped to 0..1");
        assertThat(new Score(HALF, new BigDecimal("0.50"), BigDecimal.ONE).ratio())
                .isEqualByComparingTo(HALF);
    }

    @Test
    void law_clamping_stays_in_the_share_and_changes_nothing_inside_it() {
        Random random = new Random(20250403);
        for (int i = 0; i < 1_000; i++) {
            BigDecimal raw = Samples.decimal(random, 3, 3);
            BigDecimal ratio = Score.of(raw).ratio();
            assertThat(ratio).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(ratio.compareTo(raw)).isEqualTo(Integer.compare(0, outside(raw)));
            assertThat(Score.of(ratio).ratio()).isEqualByComparingTo(ratio);
        }
    }

    private static int outside(BigDecimal raw) {
        return raw.signum() < 0 ? -1 : Math.max(0, raw.compareTo(BigDecimal.ONE));
    }
}
