package io.goaltree.behaviour;

import java.time.LocalDate;

/**
 * A change that is more than noise.
 *
 * @param from first day of the first period that shows it
 * @param to last day of the last period that shows it; a single value or step has one period
 */
public record Signal(SignalRule rule, LocalDate from, LocalDate to, SignalDirection direction) {}
