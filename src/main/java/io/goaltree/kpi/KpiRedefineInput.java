package io.goaltree.kpi;

import io.goaltree.scoring.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.NullUnmarked;

/** A null field was absent and stays as it is; an empty one was null and is cleared. */
@Input("KpiRedefineInput")
@NullUnmarked
public class KpiRedefineInput {
    @NonNull
    public String kpi;

    @NonNull
    public LocalDate effectiveFrom;

    @NonNull
    public String reason;

    public Optional<String> unit = null;
    public Optional<String> formula = null;
    public Optional<String> source = null;
    public Optional<Direction> direction = null;
    public Optional<BigDecimal> lower = null;
    public Optional<BigDecimal> upper = null;
    public Optional<BigDecimal> tolerance = null;
}
