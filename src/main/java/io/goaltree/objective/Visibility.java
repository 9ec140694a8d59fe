package io.goaltree.objective;

/** Who sees an objective and all that belongs to it. */
public enum Visibility {
    PUBLIC,
    TEAM
}
