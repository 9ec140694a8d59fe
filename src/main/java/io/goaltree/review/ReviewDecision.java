package io.goaltree.review;

/** What was decided after looking at a KPI. */
public enum ReviewDecision {
    NO_ACTION,
    WATCH,
    REDEFINE,
    OPEN_OBJECTIVE
}
