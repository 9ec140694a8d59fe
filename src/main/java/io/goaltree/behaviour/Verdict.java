package io.goaltree.behaviour;

/** Whether a KPI has changed or only varies; {@link Behaviours} decides. */
public enum Verdict {
    INSUFFICIENT_DATA,
    NOISE,
    SIGNAL
}
