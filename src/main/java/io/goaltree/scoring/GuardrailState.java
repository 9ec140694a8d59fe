package io.goaltree.scoring;

/**
 * Whether a KPI that must stay healthy while an objective is pursued does so; {@link Guard} decides.
 *
 * <p>Source: product.md 3.6.
 */
public enum GuardrailState {
    HELD,
    BREACHED,
    /** There is no value, or no range to judge it by: never to be read as held. */
    UNKNOWN
}
