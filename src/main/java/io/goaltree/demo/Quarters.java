package io.goaltree.demo;

import io.goaltree.time.DateRange;
import java.time.LocalDate;

/**
 * A year of four quarters of 13 weeks each, placed so that a day is the first of the third quarter's last week: twelve weeks
 * have passed and a week is left, on whatever day of the week the demo is loaded.
 *
 * @param start the year's first day
 */
record Quarters(LocalDate start) {
    private static final int WEEKS = 13;
    private static final int CURRENT = 3;

    /** The year in which a day begins the last week of the third quarter. */
    static Quarters around(LocalDate today) {
        return new Quarters(today.minusWeeks(CURRENT * WEEKS - 1));
    }

    DateRange year() {
        return new DateRange(start, start.plusWeeks(4 * WEEKS));
    }

    /** One of the quarters, 1 to 4. */
    DateRange quarter(int number) {
        LocalDate first = start.plusWeeks((number - 1L) * WEEKS);
        return new DateRange(first, first.plusWeeks(WEEKS));
    }

    /** The first day of a week of the current quarter, 1 to 13. */
    LocalDate week(int number) {
        return quarter(CURRENT).from().plusWeeks(number - 1L);
    }
}
