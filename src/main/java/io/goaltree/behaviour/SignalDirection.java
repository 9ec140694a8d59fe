package io.goaltree.behaviour;

/** What a signal means for its KPI. */
public enum SignalDirection {
    IMPROVING,
    WORSENING,
    /** For a KPI that should stay within a range neither up nor down is better. */
    NEUTRAL
}
