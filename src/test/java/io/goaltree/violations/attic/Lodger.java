package io.goaltree.violations.attic;

/** In a room without a floor and without a label. */
public final class Lodger {}
