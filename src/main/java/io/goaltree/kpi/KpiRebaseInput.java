package io.goaltree.kpi;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiRebaseInput")
@NullUnmarked
public class KpiRebaseInput {
    @NonNull
    public String kpi;

    @NonNull
    public LocalDate from;

    @NonNull
    public String reason;
}
