package io.goaltree.cycle;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("CycleUpdateInput")
@NullUnmarked
public class CycleUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> name = null;

    public Optional<LocalDate> startsOn = null;

    public Optional<LocalDate> endsOn = null;

    public Optional<String> parent = null;
}
