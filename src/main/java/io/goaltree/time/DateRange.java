package io.goaltree.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A run of whole days, half-open: {@code from} belongs to it, {@code until} is the first day that does not.
 *
 * <p>A range has at least one day; {@code until <= from} is refused with an IllegalArgumentException.
 *
 * <p>Source: product.md section 1 (a cycle's dates are inclusive at the edge, half-open inside).
 */
public record DateRange(LocalDate from, LocalDate until) {
    public DateRange {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Range ends at " + until + "; it must end after its start " + from);
        }
    }

    /**
     * The range a person means by "from the first to the last day".
     *
     * @param first the first day of the range
     * @param last the last day of the range, itself included; not before {@code first}
     * @return at least one day; {@code first == last} gives exactly that day
     * @throws IllegalArgumentException when {@code last} is before {@code first}
     */
    public static DateRange inclusive(LocalDate first, LocalDate last) {
        return new DateRange(first, last.plusDays(1));
    }

    /** The last day that belongs to the range: the day before {@code until}, never before {@code from}. */
    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** How many days belong to the range; in days, 1 or more. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** Whether the day belongs to the range: true on {@code from}, false on {@code until}. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether the other range lies wholly inside this one; equal ranges contain each other. */
    public boolean contains(DateRange other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    /** Whether every day of the range is past on the given day: false on the last day, true on {@code until}. */
    public boolean endedBy(LocalDate today) {
        return !until.isAfter(today);
    }
}
