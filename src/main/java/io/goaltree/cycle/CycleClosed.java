package io.goaltree.cycle;

import java.util.UUID;

/** Fired in the transaction that closes a cycle, after all that is frozen was written: the rooms above freeze theirs. */
public record CycleClosed(UUID cycle) {}
