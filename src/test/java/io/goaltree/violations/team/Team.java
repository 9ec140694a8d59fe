package io.goaltree.violations.team;

/** Breaks no rule. */
public record Team(String name) {}
