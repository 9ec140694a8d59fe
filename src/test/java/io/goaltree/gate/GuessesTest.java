package io.goaltree.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How failures are counted and slowed. */
class GuessesTest {
    private static final Credential ONE = token("gt_aaaaa");
    private static final Credential OTHER = token("gt_bbbbb");

    private final AtomicLong time = new AtomicLong();
    private final Guesses guesses = new Guesses(time::get);

    @Test
    void from_the_sixth_failure_on_an_address_waits_twice_as_long_each_time_up_to_a_minute() {
        for (int i = 0; i < 6; i++) {
            assertThat(fail("10.0.0.1")).isZero();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(fail("10.0.0.1")).hasSeconds(seconds);
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(fail("10.0.0.1")).isEqualTo(Duration.ofNanos(1));
            pass(Duration.ofNanos(1));
            assertThat(fail("10.0.0.1")).isZero();
        }
    }

    @Test
    void another_address_does_not_wait_unless_it_guesses_the_same_token() {
        for (int i = 0; i < 6; i++) {
            assertThat(guesses.failed("10.0.0.1", ONE)).isZero();
        }
        assertThat(guesses.failed("10.0.0.2", OTHER)).isZero();
        assertThat(guesses.failed("10.0.0.3", ONE)).hasSeconds(1);
    }

    @Test
    void tokens_of_another_issuer_begin_all_alike_and_are_counted_by_address_only() {
        Credential login = new Credential(Credential.Scheme.BEARER, "eyJhbGciOiJSUzI1NiJ9.e30.x");
        for (int i = 0; i < 20; i++) {
            assertThat(guesses.failed("10.0.1." + i, login)).isZero();
        }
    }

    @Test
    void all_addresses_of_one_network_of_ipv6_are_one() {
        for (int i = 0; i < 6; i++) {
            assertThat(fail("2001:db8:0:1::" + i)).isZero();
        }
        assertThat(fail("2001:db8:0:1:ffff::1")).hasSeconds(1);
        assertThat(fail("2001:db8:0:2::1")).isZero();
    }

    @Test
    void after_a_quarter_of_an_hour_without_a_failure_all_is_forgotten() {
        for (int i = 0; i < 6; i++) {
            fail("10.0.0.1");
        }
        pass(Duration.ofMinutes(15));
        for (int i = 0; i < 6; i++) {
            assertThat(fail("10.0.0.1")).isZero();
        }
        assertThat(fail("10.0.0.1")).hasSeconds(1);
    }

    private Duration fail(String address) {
        return guesses.failed(address, null);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private static Credential token(String prefix) {
        return new Credential(Credential.Scheme.BASIC, prefix + "0000000000000000000000000000");
    }
}
