package io.goaltree.keyresult;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KeyResultSpecInput")
@NullUnmarked
public class KeyResultSpecInput {
    @NonNull
    public String title;

    public String unit;

    public BigDecimal weight;

    @Id
    public String owner;

    public ReachInput reach;

    public HoldInput hold;

    public List<@NonNull MilestoneInput> milestones;
}
