package io.goaltree.team;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("PersonUpdateInput")
@NullUnmarked
public class PersonUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> name = null;
    public Optional<String> email = null;
    public List<@NonNull String> teams;
}
