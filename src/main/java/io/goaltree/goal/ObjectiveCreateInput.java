package io.goaltree.goal;

import io.goaltree.keyresult.KeyResultSpecInput;
import io.goaltree.objective.Ambition;
import io.goaltree.objective.Visibility;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveCreateInput")
@NullUnmarked
public class ObjectiveCreateInput {
    @NonNull
    public String cycle;

    @NonNull
    public String title;

    public String description;

    public Ambition ambition;

    public Visibility visibility;

    public String team;

    @Id
    public String owner;

    @Id
    public String parent;

    public BigDecimal weight;

    public List<@NonNull KeyResultSpecInput> keyResults;

    @Id
    public String openedFrom;

    public String despiteNoise;
}
