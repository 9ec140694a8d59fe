package io.goaltree.guardrail;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("GuardrailInput")
@NullUnmarked
public class GuardrailInput {
    @Id
    @NonNull
    public String objective;

    @NonNull
    public String kpi;
}
