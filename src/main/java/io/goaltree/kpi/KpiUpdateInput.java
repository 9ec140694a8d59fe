package io.goaltree.kpi;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("KpiUpdateInput")
@NullUnmarked
public class KpiUpdateInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Integer expectedVersion;

    public Optional<String> name = null;
    public Optional<String> description = null;
    public Optional<String> team = null;

    @Id
    public Optional<String> owner = null;

    public Optional<String> influencedBy = null;
    public Optional<String> reflects = null;
    public Optional<String> whenItMoves = null;
    public Optional<List<@NonNull String>> companions = null;
}
