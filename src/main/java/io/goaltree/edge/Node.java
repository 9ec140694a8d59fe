package io.goaltree.edge;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Anything with a global id. */
public interface Node {
    @Name("id")
    @Id
    @NonNull
    String id();
}
