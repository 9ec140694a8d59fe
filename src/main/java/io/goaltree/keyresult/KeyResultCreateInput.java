package io.goaltree.keyresult;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KeyResultCreateInput")
@NullUnmarked
public class KeyResultCreateInput {
    @Id
    @NonNull
    public String objective;

    @NonNull
    public KeyResultSpecInput spec;
}
