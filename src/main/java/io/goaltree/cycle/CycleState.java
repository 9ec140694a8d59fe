package io.goaltree.cycle;

/** The life of a cycle. */
public enum CycleState {
    PLANNED,
    ACTIVE,
    CLOSING,
    CLOSED
}
