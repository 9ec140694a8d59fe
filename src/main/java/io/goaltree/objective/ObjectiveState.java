package io.goaltree.objective;

/** The life of an objective or a key result. */
public enum ObjectiveState {
    DRAFT,
    OPEN,
    CANCELLED,
    CLOSED
}
