package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTest {
    @ParameterizedTest
    @CsvSource({
        "0.3333333333333333333333333333333333, 0.333333",
        "0.6666666666666666666666666666666667, 0.666667",
        "0.0000005, 0.000001",
        "-0.0000005, -0.000001",
        "0.00000049999, 0.0",
        "1, 1.0",
        "-2.5, -2.5"
    })
    void a_ratio_is_answered_with_six_decimals_half_away_from_zero(BigDecimal exact, double answered) {
        assertThat(Ratios.rounded(exact)).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource({"-0.0000001", "0", "0.0000001"})
    void what_rounds_to_zero_has_no_sign(BigDecimal exact) {
        assertThat(Double.doubleToRawLongBits(Ratios.rounded(exact))).isZero();
    }
}
