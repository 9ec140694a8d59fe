package io.goaltree.scoring;

/**
 * Whether a KPI's newest value is where it should be; {@link Health} decides.
 *
 * <p>Source: product.md 3.1.
 */
public enum KpiHealth {
    HEALTHY,
    WARNING,
    UNHEALTHY,
    /** There is a value but no range to judge it by: never to be read as healthy. */
    UNDEFINED,
    NO_DATA
}
