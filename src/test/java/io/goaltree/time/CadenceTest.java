package io.goaltree.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CadenceTest {
    @ParameterizedTest
    @CsvSource({
        "DAILY,     2024-02-29, 2024-02-29, 2024-02-29",
        "WEEKLY,    2025-01-01, 2024-12-30, 2025-01-05",
        "WEEKLY,    2025-08-04, 2025-08-04, 2025-08-10",
        "WEEKLY,    2025-08-10, 2025-08-04, 2025-08-10",
        "MONTHLY,   2024-02-29, 2024-02-01, 2024-02-29",
        "MONTHLY,   2025-12-31, 2025-12-01, 2025-12-31",
        "QUARTERLY, 2025-05-31, 2025-04-01, 2025-06-30",
        "QUARTERLY, 2025-10-01, 2025-10-01, 2025-12-31",
        "QUARTERLY, 2025-12-31, 2025-10-01, 2025-12-31"
    })
    void the_calendar_period_of_a_day(Cadence cadence, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(cadence.periodContaining(day)).isEqualTo(DateRange.inclusive(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY,     2025-02-28, 2025-02-27, 2025-03-01",
        "WEEKLY,    2024-12-30, 2024-12-23, 2025-01-06",
        "MONTHLY,   2025-01-01, 2024-12-01, 2025-02-01",
        "QUARTERLY, 2025-01-01, 2024-10-01, 2025-04-01"
    })
    void the_neighbours_of_a_period(Cadence cadence, LocalDate first, LocalDate firstBefore, LocalDate firstAfter) {
        DateRange period = cadence.periodContaining(first);
        assertThat(cadence.before(period)).isEqualTo(cadence.periodContaining(firstBefore));
        assertThat(cadence.before(period).from()).isEqualTo(firstBefore);
        assertThat(cadence.after(period)).isEqualTo(cadence.periodContaining(firstAfter));
        assertThat(cadence.after(period).from()).isEqualTo(firstAfter);
    }

    @Test
    void the_neighbours_of_any_other_range_are_the_calendar_periods_of_the_adjacent_days() {
        DateRange wednesdayToTuesday = range("2025-08-06", "2025-08-12");
        assertThat(Cadence.WEEKLY.after(wednesdayToTuesday)).isEqualTo(range("2025-08-11", "2025-08-17"));
        assertThat(Cadence.WEEKLY.before(wednesdayToTuesday)).isEqualTo(range("2025-08-04", "2025-08-10"));
    }

    @Test
    void the_same_day_one_step_on() {
        LocalDate day = LocalDate.parse("2025-01-31");
        assertThat(Cadence.DAILY.after(day)).isEqualTo("2025-02-01");
        assertThat(Cadence.WEEKLY.after(day)).isEqualTo("2025-02-07");
        assertThat(Cadence.MONTHLY.after(day)).isEqualTo("2025-02-28");
        assertThat(Cadence.QUARTERLY.after(day)).isEqualTo("2025-04-30");
    }

    @Test
    void a_thirteen_week_cycle_has_thirteen_weekly_slices_whatever_weekday_it_starts_on() {
        for (int weekday = 0; weekday < 7; weekday++) {
            LocalDate first = LocalDate.parse("2025-06-30").plusDays(weekday);
            List<DateRange> slices = Cadence.WEEKLY.slices(new DateRange(first, first.plusWeeks(13)));
            assertThat(slices).hasSize(13).allMatch(slice -> slice.days() == 7);
            assertThat(slices.get(12)).isEqualTo(new DateRange(first.plusWeeks(12), first.plusWeeks(13)));
        }
    }

    @Test
    void monthly_slices_from_the_31st_do_not_drift() {
        assertThat(Cadence.MONTHLY.slices(range("2025-01-31", "2025-05-30")))
                .containsExactly(
                        range("2025-01-31", "2025-02-27"),
                        range("2025-02-28", "2025-03-30"),
                        range("2025-03-31", "2025-04-29"),
                        range("2025-04-30", "2025-05-30"));
    }

    @Test
    void the_last_slice_is_cut_at_the_end_of_the_whole() {
        assertThat(Cadence.QUARTERLY.slices(range("2025-01-01", "2025-07-02")))
                .containsExactly(
                        range("2025-01-01", "2025-03-31"),
                        range("2025-04-01", "2025-06-30"),
                        range("2025-07-01", "2025-07-02"));
        assertThat(Cadence.DAILY.slices(range("2025-01-01", "2025-01-02")))
                .containsExactly(range("2025-01-01", "2025-01-01"), range("2025-01-02", "2025-01-02"));
        assertThat(Cadence.MONTHLY.slices(range("2025-01-01", "2025-01-01")))
                .containsExactly(range("2025-01-01", "2025-01-01"));
    }

    @ParameterizedTest
    @EnumSource(Cadence.class)
    void law_every_day_has_one_period_and_periods_follow_each_other(Cadence cadence) {
        Random random = new Random(20250401);
        for (int i = 0; i < 500; i++) {
            LocalDate day = LocalDate.parse("1999-12-31").plusDays(random.nextInt(20_000));
            DateRange period = cadence.periodContaining(day);
            assertThat(period.contains(day)).isTrue();
            assertThat(cadence.periodContaining(period.lastDay())).isEqualTo(period);
            assertThat(cadence.after(period).from()).isEqualTo(period.until());
            assertThat(cadence.before(cadence.after(period))).isEqualTo(period);
        }
    }

    @ParameterizedTest
    @EnumSource(Cadence.class)
    void law_slices_cover_the_whole_without_gap_or_overlap(Cadence cadence) {
        Random random = new Random(20250402);
        for (int i = 0; i < 200; i++) {
            LocalDate from = LocalDate.parse("1999-12-31").plusDays(random.nextInt(20_000));
            DateRange whole = new DateRange(from, from.plusDays(1 + random.nextInt(800)));
            LocalDate expectedStart = whole.from();
            for (DateRange slice : cadence.slices(whole)) {
                assertThat(slice.from()).isEqualTo(expectedStart);
                expectedStart = slice.until();
            }
            assertThat(expectedStart).isEqualTo(whole.until());
        }
    }

    private static DateRange range(String first, String last) {
        return DateRange.inclusive(LocalDate.parse(first), LocalDate.parse(last));
    }
}
