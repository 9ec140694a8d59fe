package io.goaltree.tree;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("CycleCloseInput")
@NullUnmarked
public class CycleCloseInput {
    @NonNull
    public String cycle;
}
