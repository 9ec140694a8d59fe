package io.goaltree.keyresult;

/** Which of the three measures a key result has. */
public enum MeasureKind {
    REACH,
    HOLD,
    MILESTONES
}
