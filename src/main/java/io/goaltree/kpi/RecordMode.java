package io.goaltree.kpi;

/** What becomes of the good items of a call when others are rejected. */
public enum RecordMode {
    PARTIAL,
    ALL_OR_NOTHING
}
