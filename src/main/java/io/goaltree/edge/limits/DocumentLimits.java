package io.goaltree.edge.limits;

public record DocumentLimits(
        int bytes,
        int tokens,
        int depth,
        int aliases,
        int directives,
        int rootFields,
        long cost,
        int page,
        int listSize,
        int standardPage,
        boolean introspection) {}
