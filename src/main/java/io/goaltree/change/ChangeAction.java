package io.goaltree.change;

/** What happened to something. */
public enum ChangeAction {
    CREATED,
    UPDATED,
    REMOVED
}
