package io.goaltree.behaviour;

import java.time.LocalDate;

/**
 * From when on a KPI is to be read afresh, and why. A period belongs to a segment when it begins on or after
 * {@code from}: a change in the middle of a period takes effect with the next one.
 */
public record SegmentStart(LocalDate from, String reason) {}
