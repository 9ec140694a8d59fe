package io.goaltree.edge.operation;

/**
 * How often one caller may ask, on one replica.
 *
 * @param perMinute requests a minute in the long run; 0 for no limit
 * @param burst requests at once after a pause
 */
public record RateLimits(long perMinute, long burst) {
    public RateLimits {
        if (perMinute < 0 || perMinute > 0 && burst < 1) {
            throw new IllegalArgumentException(
                    "goaltree.rate-limit.per-minute must be 0 or more, and goaltree.rate-limit.burst at least 1");
        }
    }

    boolean isOff() {
        return perMinute == 0;
    }
}
