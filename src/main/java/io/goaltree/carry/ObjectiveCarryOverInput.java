package io.goaltree.carry;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveCarryOverInput")
@NullUnmarked
public class ObjectiveCarryOverInput {
    @NonNull
    public List<@NonNull String> objectives;

    @NonNull
    public String into;
}
