package io.goaltree.objective;

import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("ObjectiveUpdateInput")
@NullUnmarked
public class ObjectiveUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> title = null;

    public Optional<String> description = null;

    public Optional<Ambition> ambition = null;

    public Optional<Visibility> visibility = null;

    public Optional<String> team = null;

    @Id
    public Optional<String> owner = null;
}
