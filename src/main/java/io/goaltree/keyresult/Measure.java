package io.goaltree.keyresult;

import io.smallrye.graphql.api.Union;

/** How a key result is measured. */
@Union("Measure")
public sealed interface Measure permits ReachMeasure, HoldMeasure, MilestoneMeasure {}
