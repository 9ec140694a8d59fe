package io.goaltree.access;

/** What a caller may do. */
public enum Right {
    READ,
    WRITE_VALUES,
    WRITE_GOALS,
    ADMIN
}
