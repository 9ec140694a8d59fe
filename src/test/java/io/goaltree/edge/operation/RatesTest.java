package io.goaltree.edge.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.goaltree.access.Who;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Caller ADA = new Caller("ada", Who.NOBODY);

    private long nanos;
    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void a_burst_is_admitted_and_then_one_request_whenever_a_token_has_come_back() {
        Rates rates = new Rates(new RateLimits(6, 3), clock);
        assertThat(rates.take(ADA).remaining()).isEqualTo(2);
        assertThat(rates.take(ADA).remaining()).isEqualTo(1);
        assertThat(rates.take(ADA).admitted()).isTrue();
        Rate refused = rates.take(ADA);
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.headers())
                .isEqualTo(Map.of(
                        "RateLimit-Limit", "3",
                        "RateLimit-Remaining", "0",
                        "RateLimit-Reset", "30",
                        "RateLimit-Policy", "6;w=60;burst=3",
                        "Retry-After", "10"));
        nanos += 10 * SECOND - 1;
        assertThat(rates.take(ADA).admitted()).isFalse();
        nanos += 1;
        assertThat(rates.take(ADA).admitted()).isTrue();
        assertThat(rates.take(ADA).admitted()).isFalse();
    }

    @Test
    void callers_do_not_share_a_bucket() {
        Rates rates = new Rates(new RateLimits(1, 1), clock);
        assertThat(rates.take(ADA).admitted()).isTrue();
        assertThat(rates.take(ADA).admitted()).isFalse();
        assertThat(rates.take(new Caller("grace", Who.NOBODY)).admitted()).isTrue();
    }

    @Test
    void no_limit_says_nothing() {
        Rates rates = new Rates(new RateLimits(0, 0), clock);
        for (int i = 0; i < 1_000; i++) {
            assertThat(rates.take(ADA).admitted()).isTrue();
        }
        assertThat(rates.take(ADA).headers()).isEmpty();
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> new RateLimits(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimits(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
