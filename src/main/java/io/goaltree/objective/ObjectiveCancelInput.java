package io.goaltree.objective;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveCancelInput")
@NullUnmarked
public class ObjectiveCancelInput {
    @Id
    @NonNull
    public String id;

    public String reason;
}
