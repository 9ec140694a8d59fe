package io.goaltree.cycle;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("CycleCreateInput")
@NullUnmarked
public class CycleCreateInput {
    @NonNull
    public String key;

    @NonNull
    public String name;

    @NonNull
    public LocalDate startsOn;

    @NonNull
    public LocalDate endsOn;

    public String parent;
}
