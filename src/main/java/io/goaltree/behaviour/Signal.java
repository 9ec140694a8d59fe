package io.goaltree.behaviour;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A change that is more than noise.
 *
 * @param from first day of the first period that shows it
 * @param to last day of the last period that shows it; a single value or step has one period
 */
public record Signal(SignalRule rule, LocalDate from, LocalDate to, SignalDirection direction) {
    /** By first period; of those that begin together the most telling comes first. */
    public static final Comparator<Signal> IN_TIME =
            Comparator.comparing(Signal::from).thenComparing(Signal::rule).thenComparing(Signal::to);
}
