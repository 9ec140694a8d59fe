package io.goaltree.chart;

import io.goaltree.time.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Where days lie, from left to right; each is as wide as any other.
 *
 * @param left in pixels, the beginning of the first day
 * @param right in pixels, the end of the last day
 */
record DayAxis(DateRange days, double left, double right) {
    private static final double ROOM = 14;
    private static final int DAY_LETTERS = 10;
    private static final int MONTH_LETTERS = 7;
    private static final int YEAR_LETTERS = 4;

    /** A day and how it is written. */
    record Tick(LocalDate day, String label) {}

    /** What ticks may be apart, and how many letters name one. */
    private enum Stride {
        DAY(1, DAY_LETTERS),
        WEEK(7, DAY_LETTERS),
        FORTNIGHT(14, DAY_LETTERS),
        MONTH(28, MONTH_LETTERS),
        QUARTER(90, MONTH_LETTERS),
        HALF(181, MONTH_LETTERS),
        YEAR(365, YEAR_LETTERS);

        private final int days;
        private final int letters;

        Stride(int days, int letters) {
            this.days = days;
            this.letters = letters;
        }

        private LocalDate firstFrom(LocalDate day) {
            LocalDate month =
                    day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
            return switch (this) {
                case DAY -> day;
                case WEEK, FORTNIGHT -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                case MONTH -> month;
                case QUARTER -> month.plusMonths((3 - (month.getMonthValue() - 1) % 3) % 3);
                case HALF -> month.plusMonths((6 - (month.getMonthValue() - 1) % 6) % 6);
                case YEAR -> month.plusMonths((12 - (month.getMonthValue() - 1)) % 12);
            };
        }

        private LocalDate after(LocalDate day) {
            return switch (this) {
                case DAY -> day.plusDays(1);
                case WEEK -> day.plusWeeks(1);
                case FORTNIGHT -> day.plusWeeks(2);
                case MONTH -> day.plusMonths(1);
                case QUARTER -> day.plusMonths(3);
                case HALF -> day.plusMonths(6);
                case YEAR -> day.plusYears(1);
            };
        }
    }

    /** The beginning of a day. */
    double x(LocalDate day) {
        return left + ChronoUnit.DAYS.between(days.from(), day) * perDay();
    }

    double middle(DateRange period) {
        return (x(period.from()) + x(period.until())) / 2;
    }

    /** The closest calendar days, weeks (Mondays), months or years whose names do not touch. */
    List<Tick> ticks() {
        for (Stride stride : Stride.values()) {
            if (stride.days * perDay() >= needed(stride)) {
                return ticks(stride, 1);
            }
        }
        return ticks(Stride.YEAR, (int) Math.ceil(needed(Stride.YEAR) / (Stride.YEAR.days * perDay())));
    }

    private List<Tick> ticks(Stride stride, int every) {
        List<Tick> ticks = new ArrayList<>();
        int number = 0;
        for (LocalDate day = stride.firstFrom(days.from()); days.contains(day); day = stride.after(day)) {
            if (number++ % every == 0) {
                ticks.add(new Tick(day, day.toString().substring(0, stride.letters)));
            }
        }
        return ticks;
    }

    private double needed(Stride stride) {
        return stride.letters * Lettering.SIZE * 0.6 + ROOM;
    }

    private double perDay() {
        return (right - left) / days.days();
    }
}
