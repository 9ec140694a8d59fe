package io.goaltree.cycle;

import java.util.UUID;

/** Fired in the transaction that reopens a cycle, after all that was frozen is gone: the rooms above thaw theirs. */
public record CycleReopened(UUID cycle) {}
