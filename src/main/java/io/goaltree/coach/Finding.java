package io.goaltree.coach;

import io.goaltree.edge.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A coaching remark as callers see it. It never blocks a write. */
@DefaultNonNull
public record Finding(
        FindingCode code, Severity severity, String message, Node subject, List<@NonNull Evidence> evidence) {}
