package io.goaltree.violations.edge;

/** A name of the Relay specification: breaks no rule here. */
record PageInfo() {}
