package io.goaltree.edge.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.goaltree.edge.limits.DocumentRefused;
import io.goaltree.edge.limits.RequestCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** A token bucket for each caller, on this replica: three replicas admit three times as much. */
@ApplicationScoped
public class Rates {
    private static final long MOST_CALLERS = 100_000;

    private final RateLimits limits;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    @Inject
    Rates(RateLimits limits) {
        this(limits, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Rates(RateLimits limits, TimeMeter time) {
        this.limits = limits;
        this.time = time;
        // A bucket left alone for as long as it takes to fill is as good as a new one.
        long fills = limits.isOff() ? 1 : limits.burst() / limits.perMinute() + 1;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofMinutes(fills))
                .build();
    }

    /** Counts one request of the caller. */
    public Rate take(Caller caller) {
        if (limits.isOff()) {
            return new Rate(limits, true, Long.MAX_VALUE, 0, 0);
        }
        Bucket bucket = buckets.get(caller.name(), any -> bucket());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Rate(
                limits,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** What a caller over the limit is told. */
    public static DocumentRefused refusal(Rate rate) {
        return new DocumentRefused(
                RequestCode.RATE_LIMITED,
                "More than " + rate.limits().perMinute() + " requests a minute; try again in " + rate.retrySeconds()
                        + " seconds");
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(limits.burst()).refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }
}
