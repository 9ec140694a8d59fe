package io.goaltree.cycle;

import java.util.UUID;

/** A cycle has been closed; told in the transaction that closes it, so that the rooms above freeze what is theirs. */
public record CycleClosed(UUID cycle) {}
