package io.goaltree.tree;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("CycleReopenInput")
@NullUnmarked
public class CycleReopenInput {
    @NonNull
    public String cycle;

    @NonNull
    public String reason;
}
