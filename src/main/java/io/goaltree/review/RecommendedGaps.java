package io.goaltree.review;

/** How many gaps are recommended to be pursued at a time: focus is a feature. */
public record RecommendedGaps(int most) {
    public RecommendedGaps {
        if (most < 0) {
            throw new IllegalArgumentException("Recommended gaps are " + most + "; it must be 0 or more");
        }
    }
}
