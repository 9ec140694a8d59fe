package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.time.Cadence;
import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void the_daily_series_ends_yesterday_with_its_order_and_distances() {
        for (LocalDate today : List.of(LocalDate.of(2026, 11, 22), LocalDate.of(2028, 2, 29))) {
            Series real = CsvSeries.read("flights-daily.csv").get("on-time-rate");
            Series moved = real.endingBefore(today, Cadence.DAILY);
            TreeMap<LocalDate, BigDecimal> values = new TreeMap<>(moved.values());
            assertThat(values).hasSize(90);
            assertThat(values.lastKey()).isEqualTo(today.minusDays(1));
            assertThat(values.firstKey()).isEqualTo(today.minusDays(90));
            assertThat(new ArrayList<>(values.values()))
                    .isEqualTo(new ArrayList<>(real.values().values()));
        }
    }

    @Test
    void the_monthly_series_ends_last_month_one_value_a_month() {
        for (LocalDate today : List.of(LocalDate.of(2027, 3, 31), LocalDate.of(2028, 2, 29))) {
            Series real = CsvSeries.read("unemployment-monthly.csv").get("unemployment-construction");
            TreeMap<LocalDate, BigDecimal> values =
                    new TreeMap<>(real.endingBefore(today, Cadence.MONTHLY).values());
            assertThat(values).hasSize(122);
            assertThat(values.lastEntry().getValue()).isEqualByComparingTo("27.1");
            assertThat(values.lastKey()).isEqualTo(today.minusMonths(1).withDayOfMonth(1));
            assertThat(ChronoUnit.MONTHS.between(values.firstKey(), values.lastKey()))
                    .isEqualTo(121);
            assertThat(new ArrayList<>(values.values()))
                    .isEqualTo(new ArrayList<>(real.values().values()));
        }
    }

    @Test
    void a_gap_stays_as_wide_as_it_was() {
        Series series = new Series(Map.of(
                LocalDate.of(2001, 1, 1), BigDecimal.ONE,
                LocalDate.of(2001, 1, 4), BigDecimal.TEN));
        assertThat(series.endingBefore(LocalDate.of(2026, 3, 1), Cadence.DAILY).values())
                .containsOnlyKeys(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 2, 28));
    }

    @Test
    void made_up_values_end_with_the_last_finished_period_and_are_the_same_every_time() {
        Map<LocalDate, BigDecimal> weekly = madeUp(Cadence.WEEKLY, LocalDate.of(2026, 11, 22), 0);
        assertThat(weekly).hasSize(52).containsKey(LocalDate.of(2026, 11, 15));
        assertThat(weekly).isEqualTo(madeUp(Cadence.WEEKLY, LocalDate.of(2026, 11, 22), 0));
        assertThat(madeUp(Cadence.WEEKLY, LocalDate.of(2026, 11, 23), 0)).containsKey(LocalDate.of(2026, 11, 22));
        assertThat(madeUp(Cadence.DAILY, LocalDate.of(2028, 3, 1), 0))
                .hasSize(84)
                .containsKey(LocalDate.of(2028, 2, 29));
        assertThat(madeUp(Cadence.MONTHLY, LocalDate.of(2028, 2, 29), 0))
                .hasSize(24)
                .containsKey(LocalDate.of(2028, 1, 31));
        assertThat(madeUp(Cadence.QUARTERLY, LocalDate.of(2028, 2, 29), 0))
                .hasSize(8)
                .containsKey(LocalDate.of(2027, 12, 31));
    }

    @Test
    void missing_periods_are_missing_at_the_end() {
        assertThat(new TreeMap<>(madeUp(Cadence.WEEKLY, LocalDate.of(2026, 11, 22), 3)).lastKey())
                .isEqualTo(LocalDate.of(2026, 10, 25));
    }

    private static Map<LocalDate, BigDecimal> madeUp(Cadence cadence, LocalDate today, int missing) {
        String json = "{\"from\": 10, \"to\": 20, \"spread\": 1, \"decimals\": 1, \"missing\": " + missing + "}";
        Entry entry = new Entry(Json.createReader(new StringReader(json)).readObject());
        return Series.madeUp(entry, cadence, today, 7).values();
    }
}
