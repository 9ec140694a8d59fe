package io.goaltree.edge.stream;

/** What the streams of the tests are made of. */
public record Tick(int number, String text) {}
