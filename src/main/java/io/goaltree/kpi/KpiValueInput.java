package io.goaltree.kpi;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiValueInput")
@NullUnmarked
public class KpiValueInput {
    @NonNull
    public String kpi;

    @NonNull
    public String at;

    @NonNull
    public BigDecimal value;

    public String unit;
    public String note;
    public String source;
}
