package io.goaltree.keyresult;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KeyResultGraduateInput")
@NullUnmarked
public class KeyResultGraduateInput {
    @Id
    @NonNull
    public String keyResult;

    public BigDecimal lower;

    public BigDecimal upper;

    public BigDecimal tolerance;
}
