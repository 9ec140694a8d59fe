package io.goaltree.team;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("PersonCreateInput")
@NullUnmarked
public class PersonCreateInput {
    @NonNull
    public String name;

    @NonNull
    public String email;

    public List<@NonNull String> teams;
}
