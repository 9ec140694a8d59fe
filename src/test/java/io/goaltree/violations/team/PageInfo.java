package io.goaltree.violations.team;

/** A name that is allowed in another room only. */
record PageInfo() {}
