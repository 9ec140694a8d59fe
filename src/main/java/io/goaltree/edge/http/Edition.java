package io.goaltree.edge.http;

/**
 * What answers depend on beside the data: the build and its settings. Answers of one edition are comparable.
 *
 * @param name equal for replicas that answer equally
 */
public record Edition(String name) {}
