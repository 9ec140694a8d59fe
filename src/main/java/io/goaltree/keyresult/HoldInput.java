package io.goaltree.keyresult;

import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("HoldInput")
@NullUnmarked
public class HoldInput {
    public BigDecimal lower;

    public BigDecimal upper;

    @NonNull
    public Cadence cadence;
}
