package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastsTest {
    private static final DateRange APRIL =
            DateRange.inclusive(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-04-30"));
    private static final LocalDate TODAY = LocalDate.parse("2025-04-22");
    private static final List<Observation> FOUR_WEEKS = List.of(on(1, "40"), on(8, "43"), on(15, "45"), on(22, "49"));

    @Test
    void four_weekly_values_are_prolonged_to_the_last_day() {
        Forecast forecast = fromFortyToSixty(FOUR_WEEKS, TODAY);
        assertThat(forecast.basis()).isEqualTo(ForecastBasis.LINEAR);
        assertThat(forecast.reason()).isNull();
        assertRounded(forecast.perDay(), "0.414286");
        assertRounded(forecast.value(), "51.914286");
        assertRounded(forecast.lower(), "47.772933");
        assertRounded(forecast.upper(), "56.055639");
        assertRounded(forecast.ratio(), "0.595714");
        assertThat(forecast.requiredPerDay()).isEqualByComparingTo("1.375");
    }

    @Test
    void the_last_value_of_a_day_is_that_days() {
        List<Observation> corrected = new ArrayList<>(FOUR_WEEKS);
        corrected.add(1, on(1, "7"));
        corrected.add(2, on(1, "40"));
        assertThat(fromFortyToSixty(corrected, TODAY)).isEqualTo(fromFortyToSixty(FOUR_WEEKS, TODAY));
    }

    @Test
    void a_perfect_line_has_an_interval_of_no_width() {
        Forecast forecast = fromFortyToSixty(List.of(on(1, "40"), on(2, "40.1"), on(11, "41")), TODAY);
        assertThat(forecast.value()).isEqualByComparingTo("42.9");
        assertThat(forecast.lower()).isEqualByComparingTo("42.9");
        assertThat(forecast.upper()).isEqualByComparingTo("42.9");
    }

    @ParameterizedTest(name = "{0} is enough: {1}")
    @CsvSource({
        "0, There are values on 0 days; a forecast needs values on 3 days",
        "1, There are values on 1 day; a forecast needs values on 3 days",
        "2, There are values on 2 days; a forecast needs values on 3 days"
    })
    void fewer_than_three_days_are_not_enough_however_many_values(int days, String reason) {
        List<Observation> observations = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            observations.addAll(List.of(on(day, "41"), on(day, "42"), on(day, "43")));
        }
        assertThat(fromFortyToSixty(observations, TODAY))
                .isEqualTo(new Forecast(null, null, null, null, null, null, ForecastBasis.INSUFFICIENT_DATA, reason));
    }

    @Test
    void the_ratio_is_clamped_at_both_ends_and_the_value_is_not() {
        Forecast falling = fromFortyToSixty(List.of(on(1, "40"), on(2, "39"), on(3, "38")), TODAY);
        assertThat(falling.value()).isEqualByComparingTo("11");
        assertThat(falling.ratio()).isEqualByComparingTo("0");
        Forecast soaring = fromFortyToSixty(List.of(on(1, "40"), on(2, "41"), on(3, "42")), TODAY);
        assertThat(soaring.value()).isEqualByComparingTo("69");
        assertThat(soaring.ratio()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"2025-04-29, 11", "2025-04-28, 5.5", "2025-04-30,", "2025-05-01,", "2026-01-01,"})
    void what_is_required_a_day_is_null_once_no_day_is_left(LocalDate today, BigDecimal required) {
        Forecast forecast = fromFortyToSixty(FOUR_WEEKS, today);
        assertThat(forecast.requiredPerDay()).isEqualTo(required);
        assertRounded(forecast.value(), "51.914286");
    }

    @Test
    void noise_is_expected_to_stay_where_it_is() {
        Forecast forecast = Forecasts.withinNoise(
                decimal("40"), decimal("60"), decimal("49"), decimal("45"), decimal("38"), decimal("52"), APRIL, TODAY);
        assertThat(forecast)
                .isEqualTo(new Forecast(
                        decimal("0.25"),
                        decimal("45"),
                        decimal("38"),
                        decimal("52"),
                        null,
                        decimal("1.375"),
                        ForecastBasis.NATURAL_LIMITS,
                        null));
    }

    @Test
    void what_cannot_be_forecast_says_why() {
        assertThat(Forecasts.notApplicable("Milestones have no values"))
                .isEqualTo(new Forecast(
                        null, null, null, null, null, null, ForecastBasis.NOT_APPLICABLE, "Milestones have no values"));
    }

    @Test
    void law_a_forecast_moves_with_the_calendar() {
        Random random = new Random(20251101);
        for (int i = 0; i < 300; i++) {
            List<Observation> observations = sample(random);
            int days = random.nextInt(20_000) - 10_000;
            List<Observation> moved = observations.stream()
                    .map(it -> new Observation(it.day().plusDays(days), it.value()))
                    .toList();
            DateRange cycle =
                    new DateRange(APRIL.from().plusDays(days), APRIL.until().plusDays(days));
            assertThat(Forecasts.linear(decimal("40"), decimal("60"), moved, cycle, TODAY.plusDays(days)))
                    .isEqualTo(fromFortyToSixty(observations, TODAY));
        }
    }

    @Test
    void law_a_forecast_in_another_unit_is_the_same_forecast() {
        Random random = new Random(20251102);
        for (int i = 0; i < 300; i++) {
            List<Observation> observations = sample(random);
            BigDecimal scale = Samples.positive(random, 50, 2);
            BigDecimal a = random.nextBoolean() ? scale : scale.negate();
            BigDecimal b = Samples.decimal(random, 500, 2);
            List<Observation> converted = observations.stream()
                    .map(it -> new Observation(it.day(), it.value().multiply(a).add(b)))
                    .toList();
            Forecast before = fromFortyToSixty(observations, TODAY);
            Forecast after = Forecasts.linear(
                    decimal("40").multiply(a).add(b), decimal("60").multiply(a).add(b), converted, APRIL, TODAY);
            boolean turned = a.signum() < 0;
            assertSame(after.ratio(), before.ratio());
            assertSame(after.value(), before.value().multiply(a).add(b));
            assertSame(
                    after.lower(),
                    (turned ? before.upper() : before.lower()).multiply(a).add(b));
            assertSame(
                    after.upper(),
                    (turned ? before.lower() : before.upper()).multiply(a).add(b));
            assertSame(after.perDay(), before.perDay().multiply(a));
            assertSame(after.requiredPerDay(), before.requiredPerDay().multiply(a));
        }
    }

    private static List<Observation> sample(Random random) {
        List<Observation> observations = new ArrayList<>();
        int day = 1;
        for (int count = 3 + random.nextInt(10); count > 0; count--) {
            observations.add(new Observation(APRIL.from().plusDays(day), Samples.decimal(random, 100, 3)));
            day += 1 + random.nextInt(5);
        }
        return observations;
    }

    private static Forecast fromFortyToSixty(List<Observation> observations, LocalDate today) {
        return Forecasts.linear(decimal("40"), decimal("60"), observations, APRIL, today);
    }

    private static void assertSame(BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected).abs()).isLessThan(new BigDecimal("1E-25"));
    }

    private static void assertRounded(BigDecimal actual, String expected) {
        assertThat(actual.setScale(6, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(expected));
    }

    private static Observation on(int dayOfApril, String value) {
        return new Observation(LocalDate.of(2025, 4, dayOfApril), decimal(value));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
