package io.goaltree.cycle;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("CycleStateInput")
@NullUnmarked
public class CycleStateInput {
    @NonNull
    public String cycle;
}
