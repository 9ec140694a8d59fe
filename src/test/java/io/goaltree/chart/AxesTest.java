package io.goaltree.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, '0.0 0.2 0.4 0.6 0.8 1.0'",
        "-3, 17, '0 5 10 15'",
        "0.0012, 0.0019, '0.0012 0.0014 0.0016 0.0018'",
        "1000000000000000000, 1000000000000000006, '1000000000000000000 1000000000000000001 1000000000000000002 1000000000000000003 1000000000000000004 1000000000000000005 1000000000000000006'",
        "0, 99999, '0 20000 40000 60000 80000'"
    })
    void values_have_ticks_that_one_can_count_by(BigDecimal least, BigDecimal most, String expected) {
        ValueAxis axis = new ValueAxis(least, most, 216, 0);
        assertThat(String.join(
                        " ",
                        axis.ticks(36).stream().map(BigDecimal::toPlainString).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-08, '2026-01-05 2026-01-06 2026-01-07'",
        "2026-01-05, 2026-02-16, '2026-01-05 2026-01-12 2026-01-19 2026-01-26 2026-02-02 2026-02-09'",
        "2025-12-10, 2026-06-01, '2026-01 2026-02 2026-03 2026-04 2026-05'",
        "2024-02-10, 2026-06-01, '2024-04 2024-07 2024-10 2025-01 2025-04 2025-07 2025-10 2026-01 2026-04'",
        "1990-01-01, 2026-01-01, '1990 1993 1996 1999 2002 2005 2008 2011 2014 2017 2020 2023'"
    })
    void days_have_ticks_where_the_calendar_has(LocalDate from, LocalDate until, String expected) {
        DayAxis axis = new DayAxis(new DateRange(from, until), 0, 640);
        assertThat(String.join(
                        " ", axis.ticks().stream().map(DayAxis.Tick::label).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000004, 0.0000004",
        "-1.0123E-13, -0.00000000000010123",
        "0.0123456789, 0.01234568",
        "0.09999999999, 0.1",
        "1E-30, 0"
    })
    void small_computed_numbers_are_shown_to_seven_digits(BigDecimal value, String expected) {
        assertThat(Shown.computed(value)).isEqualTo(expected);
    }

    @Test
    void computed_numbers_are_shown_without_exponent_to_eight_digits() {
        assertThat(Shown.computed(new BigDecimal("45.8151111111"))).isEqualTo("45.815111");
        assertThat(Shown.computed(new BigDecimal("123456.7891234"))).isEqualTo("123456.79");
        assertThat(Shown.computed(new BigDecimal("12345678901.5"))).isEqualTo("12345678902");
        assertThat(Shown.computed(new BigDecimal("0.1234567"))).isEqualTo("0.123457");
        assertThat(Shown.computed(new BigDecimal("-0.10"))).isEqualTo("-0.1");
        assertThat(Shown.exact(new BigDecimal("1E+19"))).isEqualTo("10000000000000000000");
        assertThat(Shown.percent(new BigDecimal("0.3333"))).isEqualTo("33.3 %");
    }
}
