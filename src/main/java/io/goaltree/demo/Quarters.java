package io.goaltree.demo;

import io.goaltree.time.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A year of four quarters of 13 weeks each, placed around a day.
 *
 * @param start the year's first day, a Monday
 */
record Quarters(LocalDate start) {
    private static final int WEEKS = 13;
    private static final int CURRENT = 3;

    /** The year in which a day lies in the last week of the third quarter. */
    static Quarters around(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Quarters(monday.minusWeeks(CURRENT * WEEKS - 1));
    }

    DateRange year() {
        return new DateRange(start, start.plusWeeks(4 * WEEKS));
    }

    /** One of the quarters, 1 to 4. */
    DateRange quarter(int number) {
        LocalDate first = start.plusWeeks((number - 1L) * WEEKS);
        return new DateRange(first, first.plusWeeks(WEEKS));
    }

    /** The Monday of a week of the current quarter, 1 to 13. */
    LocalDate week(int number) {
        return quarter(CURRENT).from().plusWeeks(number - 1L);
    }
}
