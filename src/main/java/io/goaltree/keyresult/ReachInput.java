package io.goaltree.keyresult;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ReachInput")
@NullUnmarked
public class ReachInput {
    @NonNull
    public BigDecimal baseline;

    public BigDecimal target;

    public BigDecimal changePercent;
}
