package io.goaltree.access;

/** What a caller may do at a door. */
public enum Right {
    READ,
    WRITE_VALUES
}
