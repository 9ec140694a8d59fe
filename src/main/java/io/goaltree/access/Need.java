package io.goaltree.access;

/** What a caller needs of a thing that an input names. What is not seen is not found, whatever is needed. */
public enum Need {
    SEEN,
    /** All teams that the thing belongs to are in reach; what belongs to none is in the reach of everywhere. */
    WITHIN,
    /** In reach when the weight that comes with it is not 0, be it by default: then it moves a number there. */
    WITHIN_IF_COUNTED
}
