package io.goaltree.gate;

/** How a caller is known. */
public enum ViewerKind {
    EVERYBODY,
    TOKEN,
    PERSON
}
