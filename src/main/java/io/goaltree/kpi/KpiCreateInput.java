package io.goaltree.kpi;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

@Input("KpiCreateInput")
@NullUnmarked
public class KpiCreateInput {
    @NonNull
    public String key;

    @NonNull
    public String name;

    public String description;
    public String unit;
    public String formula;
    public String source;

    @NonNull
    public Direction direction;

    @NonNull
    public Cadence cadence;

    public String zone;
    public String team;

    @Id
    public String owner;

    public BigDecimal lower;
    public BigDecimal upper;
    public BigDecimal tolerance;
    public String influencedBy;
    public String reflects;
    public String whenItMoves;
    public List<@NonNull String> companions;
}
