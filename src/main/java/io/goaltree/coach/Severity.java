package io.goaltree.coach;

/** How much a finding matters, in rising order. */
public enum Severity {
    INFO,
    WARNING,
    SERIOUS
}
