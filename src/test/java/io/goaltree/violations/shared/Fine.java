package io.goaltree.violations.shared;

/** Breaks no rule. */
public record Fine(String text) {}
