package io.goaltree.kpi;

import java.time.LocalDate;

/**
 * New values of one KPI for periods that had none.
 *
 * @param first first day of the earliest of these periods
 * @param count how many, 1 or more
 */
record Appended(LocalDate first, int count) {
    Appended and(Appended other) {
        return new Appended(first.isBefore(other.first) ? first : other.first, count + other.count);
    }
}
