package io.goaltree.edge.operation;

/**
 * Who asks: what a rate is limited for and an answer may depend on.
 *
 * @param name the address of the other end, until callers can be known better
 */
public record Caller(String name) {}
