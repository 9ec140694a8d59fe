package io.goaltree.keyresult;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("MilestoneMarkInput")
@NullUnmarked
public class MilestoneMarkInput {
    @Id
    @NonNull
    public String milestone;

    @NonNull
    public Boolean done;

    public Instant at;
}
