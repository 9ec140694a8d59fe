package io.goaltree.objective;

/** How an objective is meant: a promise, or a stretch. */
public enum Ambition {
    COMMITTED,
    ASPIRATIONAL
}
