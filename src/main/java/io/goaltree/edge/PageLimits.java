package io.goaltree.edge;

/**
 * How large a page may be.
 *
 * @param standard the size when a caller names none
 * @param most the largest size a caller may name
 */
public record PageLimits(int standard, int most) {
    public PageLimits {
        if (standard < 1 || most < standard) {
            throw new IllegalArgumentException("Page sizes must be 1 <= standard <= most");
        }
    }
}
