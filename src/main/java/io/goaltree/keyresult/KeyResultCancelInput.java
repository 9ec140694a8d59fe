package io.goaltree.keyresult;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KeyResultCancelInput")
@NullUnmarked
public class KeyResultCancelInput {
    @Id
    @NonNull
    public String id;

    public String reason;
}
