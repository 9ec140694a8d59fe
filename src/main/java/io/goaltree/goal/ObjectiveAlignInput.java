package io.goaltree.goal;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("ObjectiveAlignInput")
@NullUnmarked
public class ObjectiveAlignInput {
    @Id
    @NonNull
    public String child;

    @Id
    @NonNull
    public String parent;

    public BigDecimal weight;
}
