package io.goaltree.team;

import io.goaltree.edge.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A person as callers see them. */
@DefaultNonNull
public record Person(@Id String id, String name, String email, List<@NonNull Team> teams, int version)
        implements Node {}
