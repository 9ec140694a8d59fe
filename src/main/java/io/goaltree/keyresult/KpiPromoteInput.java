package io.goaltree.keyresult;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiPromoteInput")
@NullUnmarked
public class KpiPromoteInput {
    @NonNull
    public String kpi;

    @Id
    @NonNull
    public String objective;

    public String title;

    public BigDecimal target;

    public BigDecimal changePercent;

    public BigDecimal weight;
}
