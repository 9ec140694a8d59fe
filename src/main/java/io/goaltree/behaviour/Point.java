package io.goaltree.behaviour;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;

/** A KPI's value for one calendar period of its cadence, in the KPI's unit. */
public record Point(DateRange period, BigDecimal value) {}
