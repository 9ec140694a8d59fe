package io.goaltree.team;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("TeamCreateInput")
@NullUnmarked
public class TeamCreateInput {
    @NonNull
    public String key;

    @NonNull
    public String name;

    public String parent;
}
