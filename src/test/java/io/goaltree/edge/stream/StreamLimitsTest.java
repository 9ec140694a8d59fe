package io.goaltree.edge.stream;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StreamLimitsTest {
    private static final Duration SECOND = ofSeconds(1);

    @Test
    void nonsense_is_refused_by_the_name_of_its_setting() {
        refused(() -> new StreamLimits(0, 1, SECOND, SECOND, SECOND, 1), "goaltree.socket.connections");
        refused(() -> new StreamLimits(1, 0, SECOND, SECOND, SECOND, 1), "connections-per-address");
        refused(() -> new StreamLimits(1, 1, ZERO, SECOND, SECOND, 1), "goaltree.socket.slow-time is PT0S");
        refused(() -> new StreamLimits(1, 1, SECOND, ofMillis(-1), SECOND, 1), "goaltree.socket.comment-time");
        refused(() -> socket(ZERO, SECOND, 1), "goaltree.socket.init-time");
        refused(() -> socket(SECOND, ZERO, 1), "goaltree.socket.ping");
        refused(() -> socket(SECOND, SECOND, 0), "goaltree.socket.operations is 0");
    }

    private static SocketLimits socket(Duration init, Duration ping, int operations) {
        return new SocketLimits(new Origins(List.of()), init, ping, operations, 1, 3);
    }

    private static void refused(ThrowingCallable limits, String setting) {
        assertThatThrownBy(limits).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(setting);
    }

    @Test
    void a_duration_is_said_in_seconds_if_it_has_no_rest() {
        assertThat(Durations.said(ofSeconds(10))).isEqualTo("10 seconds");
        assertThat(Durations.said(ofMillis(1_500))).isEqualTo("1500 milliseconds");
    }

    @Test
    void a_reason_is_cut_between_characters() {
        assertThat(CloseCode.fitting("x".repeat(123))).hasSize(123);
        assertThat(CloseCode.fitting("x".repeat(124))).hasSize(123);
        assertThat(CloseCode.fitting("x".repeat(121) + "\uD83D\uDE00")).isEqualTo("x".repeat(121));
        assertThat(CloseCode.fitting("x".repeat(119) + "\uD83D\uDE00y")).isEqualTo("x".repeat(119) + "\uD83D\uDE00");
    }
}
