package io.goaltree.tree;

import io.goaltree.objective.ObjectiveState;
import io.goaltree.scoring.ProgressStatus;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveFilter")
@NullUnmarked
public class ObjectiveFilter {
    public String cycle;

    public String team;

    @Id
    public String owner;

    public ObjectiveState state;

    public ProgressStatus status;

    public String text;

    public Instant updatedSince;
}
