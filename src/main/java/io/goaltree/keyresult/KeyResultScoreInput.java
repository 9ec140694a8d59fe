package io.goaltree.keyresult;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KeyResultScoreInput")
@NullUnmarked
public class KeyResultScoreInput {
    @Id
    @NonNull
    public String id;

    @NonNull
    public Double score;

    @NonNull
    public String reason;
}
