package io.goaltree.kpi;

/** What became of one item of a call. */
public enum RecordStatus {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
