package io.goaltree.kpi;

import io.goaltree.scoring.HealthyRangeLimits;
import org.jspecify.annotations.Nullable;

/**
 * Where a KPI is healthy in one period.
 *
 * @param definition the number of the definition that says so
 * @param limits null when that definition has no range
 */
public record RangeInForce(int definition, @Nullable HealthyRangeLimits limits) {}
