package io.goaltree.goal;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveUnalignInput")
@NullUnmarked
public class ObjectiveUnalignInput {
    @Id
    @NonNull
    public String child;

    @Id
    @NonNull
    public String parent;
}
