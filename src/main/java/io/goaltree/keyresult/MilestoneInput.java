package io.goaltree.keyresult;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("MilestoneInput")
@NullUnmarked
public class MilestoneInput {
    @NonNull
    public String title;

    public BigDecimal weight;
}
