package io.goaltree.access;

/** What kind of thing a place of an input names. */
public enum Subject {
    TEAM,
    PERSON,
    CYCLE,
    OBJECTIVE,
    KEY_RESULT,
    MILESTONE,
    KPI,
    TOKEN,
    /** An objective, or a key result. */
    GOAL,
    /** A review, or a KPI. */
    ORIGIN,
    /** The KPI that feeds the key result which is named; nothing when none does. */
    KPI_OF_KEY_RESULT
}
