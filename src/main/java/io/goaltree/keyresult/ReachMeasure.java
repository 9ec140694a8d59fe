package io.goaltree.keyresult;

import io.smallrye.graphql.api.DefaultNonNull;
import java.math.BigDecimal;

/** From a baseline to a target, either way. */
@DefaultNonNull
public record ReachMeasure(BigDecimal baseline, BigDecimal target) implements Measure {}
