package io.goaltree.keyresult;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("KeyResultUpdateInput")
@NullUnmarked
public class KeyResultUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> title = null;

    public Optional<BigDecimal> weight = null;

    @Id
    public Optional<String> owner = null;

    public Optional<String> unit = null;
}
