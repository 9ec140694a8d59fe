package io.goaltree.cycle;

import java.util.UUID;

/** A closed cycle takes changes again; told in the transaction that reopens it. */
public record CycleReopened(UUID cycle) {}
