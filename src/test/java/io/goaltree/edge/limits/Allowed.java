package io.goaltree.edge.limits;

/** The limits of a test: the service's own defaults, but for what the test says. */
final class Allowed {
    int bytes = 100_000;
    int tokens = 10_000;
    int depth = 20;
    int aliases = 100;
    int directives = 100;
    int rootFields = 50;
    long cost = 1_000_000;
    int page = 1_000;
    int listSize = 10;
    int standardPage = 50;
    boolean introspection = true;

    DocumentLimits limits() {
        return new DocumentLimits(
                bytes,
                tokens,
                depth,
                aliases,
                directives,
                rootFields,
                cost,
                page,
                listSize,
                standardPage,
                introspection);
    }
}
