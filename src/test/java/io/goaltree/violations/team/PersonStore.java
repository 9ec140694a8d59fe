package io.goaltree.violations.team;

/** Breaks no rule. */
final class PersonStore {}
