package io.goaltree.demo;

import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of one KPI, each with a day of its period.
 *
 * @param values earliest first
 */
record Series(Map<LocalDate, BigDecimal> values) {
    private static final int DAYS = 84;
    private static final int WEEKS = 52;
    private static final int MONTHS = 24;
    private static final int QUARTERS = 8;

    Series {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Made-up values up to the last period that has ended before a day, or as many periods earlier as are missing. */
    static Series madeUp(Entry entry, Cadence cadence, LocalDate today, long seed) {
        Deque<DateRange> periods = new ArrayDeque<>();
        DateRange period = cadence.before(cadence.periodContaining(today));
        for (int missing = entry.whole("missing", 0); missing > 0; missing--) {
            period = cadence.before(period);
        }
        for (int left = length(cadence); left > 0; left--) {
            periods.addFirst(period);
            period = cadence.before(period);
        }
        Numbers numbers = new Numbers(seed);
        Map<LocalDate, BigDecimal> values = new TreeMap<>();
        int number = 0;
        for (DateRange it : periods) {
            number++;
            values.put(it.lastDay(), numbers.level(entry, number, periods.size()));
        }
        return new Series(values);
    }

    /**
     * The same values, all moved by the same number of periods, so that the last one belongs to the last period that
     * has ended before a day: order and distances stay as they are.
     */
    Series endingBefore(LocalDate today, Cadence cadence) {
        ChronoUnit unit = unit(cadence);
        LocalDate last = cadence.before(cadence.periodContaining(today)).from();
        LocalDate lastNow =
                cadence.periodContaining(Collections.max(values.keySet())).from();
        long steps = unit.between(lastNow, last);
        Map<LocalDate, BigDecimal> moved = new TreeMap<>();
        values.forEach(
                (day, value) -> moved.put(cadence.periodContaining(day).from().plus(steps, unit), value));
        return new Series(moved);
    }

    private static ChronoUnit unit(Cadence cadence) {
        return switch (cadence) {
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY, QUARTERLY -> ChronoUnit.MONTHS;
        };
    }

    private static int length(Cadence cadence) {
        return switch (cadence) {
            case DAILY -> DAYS;
            case WEEKLY -> WEEKS;
            case MONTHLY -> MONTHS;
            case QUARTERLY -> QUARTERS;
        };
    }
}
