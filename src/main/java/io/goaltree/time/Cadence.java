package io.goaltree.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a value is expected: every day, ISO week (Monday to Sunday), month or quarter.
 *
 * <p>Two ways to cut time live here. KPI values belong to <em>calendar</em> periods ({@link #periodContaining});
 * a HOLD key result counts periods <em>from the first day of its cycle</em> ({@link #slices}).
 *
 * <p>Source: product.md 3.1 (calendar periods) and 2.1 (periods of a HOLD).
 */
public enum Cadence {
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1)),
    MONTHLY(Period.ofMonths(1)),
    QUARTERLY(Period.ofMonths(3));

    private final Period step;

    Cadence(Period step) {
        this.step = step;
    }

    /**
     * The calendar period a day belongs to.
     *
     * @param day any date
     * @return that day, its ISO week (Monday to Sunday, also across New Year), its month or its quarter of the year;
     *     every day belongs to exactly one period
     */
    public DateRange periodContaining(LocalDate day) {
        LocalDate first = firstDayOfPeriod(day);
        return new DateRange(first, first.plus(step));
    }

    /**
     * The calendar period that follows.
     *
     * @param period usually a period of this cadence; any range is accepted
     * @return the calendar period of this cadence that contains the first day after {@code period}; for a period of
     *     this cadence it begins exactly where that one ends
     */
    public DateRange after(DateRange period) {
        return periodContaining(period.until());
    }

    /**
     * The calendar period that comes before.
     *
     * @param period usually a period of this cadence; any range is accepted
     * @return the calendar period of this cadence that contains the day before {@code period}; for a period of this
     *     cadence it ends exactly where that one begins
     */
    public DateRange before(DateRange period) {
        return periodContaining(period.from().minusDays(1));
    }

    /**
     * The same day one step on: a day, a week, a month or a quarter later.
     *
     * @param day any date
     * @return the date one step later; from the last days of a month to a shorter one its last day (31 January to
     *     28 February)
     */
    public LocalDate after(LocalDate day) {
        return day.plus(step);
    }

    /**
     * The periods of a whole, counted from its first day and not from the calendar: slice k begins 1 day, 7 days,
     * 1 month or 3 months times k after the first day of the whole.
     *
     * @param whole the range to cut, usually a cycle
     * @return one slice or more, in order, without gap or overlap, covering {@code whole} exactly; the last one is cut
     *     at its end. Each start is computed from the first day, so months from 31 January start on 28 February and
     *     on 31 March: a short month does not move the ones after it
     */
    public List<DateRange> slices(DateRange whole) {
        List<DateRange> slices = new ArrayList<>();
        LocalDate start = whole.from();
        while (start.isBefore(whole.until())) {
            LocalDate next = whole.from().plus(step.multipliedBy(slices.size() + 1));
            slices.add(new DateRange(start, next.isBefore(whole.until()) ? next : whole.until()));
            start = next;
        }
        return List.copyOf(slices);
    }

    private LocalDate firstDayOfPeriod(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY ->
                day.withDayOfMonth(1)
                        .withMonth(day.getMonth().firstMonthOfQuarter().getValue());
        };
    }
}
