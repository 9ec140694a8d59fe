package io.goaltree.scoring;

/**
 * What a forecast rests on; {@link Forecasts} decides.
 *
 * <p>Source: product.md 2.4.
 */
public enum ForecastBasis {
    /** A straight line through the values of three days or more. */
    LINEAR,
    /** The KPI behind it shows only noise: it will stay where it is, within its natural limits. */
    NATURAL_LIMITS,
    INSUFFICIENT_DATA,
    /** The measure has no value to project, or there is nothing left to forecast; the reason says which. */
    NOT_APPLICABLE
}
