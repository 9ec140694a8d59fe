package io.goaltree.kpi;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiArchiveInput")
@NullUnmarked
public class KpiArchiveInput {
    @NonNull
    public String kpi;

    public String reason;
}
