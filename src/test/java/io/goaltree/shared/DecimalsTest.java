package io.goaltree.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void digits_are_counted_as_if_written_out() {
        Map.of("0.001", 3L, "120", 3L, "1E+400", 401L, "-12.5", 3L, "1", 1L, "100", 3L, "1E2", 3L, "12.34", 4L)
                .forEach((text, digits) -> assertThat(Decimals.digits(new BigDecimal(text)))
                        .as(text)
                        .isEqualTo(digits));
    }

    @Test
    void zero_has_as_many_digits_as_decimals_and_at_least_one() {
        assertThat(Decimals.digits(new BigDecimal("0"))).isEqualTo(1);
        assertThat(Decimals.digits(new BigDecimal("0.0"))).isEqualTo(1);
        assertThat(Decimals.digits(new BigDecimal("0.000"))).isEqualTo(3);
        assertThat(Decimals.digits(new BigDecimal("0E+9"))).isEqualTo(1);
    }

    @Test
    void the_largest_exponents_do_not_overflow() {
        assertThat(Decimals.digits(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE)))
                .isEqualTo(2_147_483_649L);
        assertThat(Decimals.digits(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE)))
                .isEqualTo(2_147_483_647L);
    }

    @Test
    void twenty_digits_fit_and_twenty_one_do_not() {
        assertThat(Decimals.fits(new BigDecimal("9".repeat(20)))).isTrue();
        assertThat(Decimals.fits(new BigDecimal("9".repeat(21)))).isFalse();
        assertThat(Decimals.fits(new BigDecimal("0." + "0".repeat(19) + "1"))).isTrue();
        assertThat(Decimals.fits(new BigDecimal("0." + "0".repeat(20) + "1"))).isFalse();
        assertThat(Decimals.fits(new BigDecimal("1E+19"))).isTrue();
        assertThat(Decimals.fits(new BigDecimal("1E+20"))).isFalse();
    }

    @Test
    void short_numbers_are_shown_written_out() {
        assertThat(Decimals.shown(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Decimals.shown(new BigDecimal("-3.20"))).isEqualTo("-3.20");
        assertThat(Decimals.shown(new BigDecimal("1E+59"))).isEqualTo("1" + "0".repeat(59));
    }

    @Test
    void huge_exponents_are_shown_as_exponents() {
        assertThat(Decimals.shown(new BigDecimal("1E+60"))).isEqualTo("1E+60");
        assertThat(Decimals.shown(new BigDecimal("-1E-999999999"))).isEqualTo("-1E-999999999");
    }

    @Test
    void more_than_60_characters_are_cut() {
        assertThat(Decimals.shown(new BigDecimal("1".repeat(60)))).isEqualTo("1".repeat(60));
        assertThat(Decimals.shown(new BigDecimal("-" + "1".repeat(60)))).isEqualTo("-" + "1".repeat(56) + "...");
        assertThat(Decimals.shown(new BigDecimal("1".repeat(10_000)))).isEqualTo("1".repeat(57) + "...");
    }
}
