package io.goaltree.keyresult;

import io.goaltree.time.Cadence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;

/** Stay within a range, either side open. */
@DefaultNonNull
public record HoldMeasure(
        @Nullable BigDecimal lower, @Nullable BigDecimal upper, Cadence cadence) implements Measure {}
