package io.goaltree.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallTest {
    private final Stall stall = new Stall(Duration.ofSeconds(60));

    @Test
    void it_is_over_when_what_was_begun_takes_longer_than_patience() {
        stall.begin(5);
        assertThat(stall.isOver(60_000_000_005L)).isFalse();
        assertThat(stall.isOver(60_000_000_006L)).isTrue();
    }

    @Test
    void it_is_never_over_while_nothing_was_begun() {
        assertThat(stall.isOver(Long.MAX_VALUE)).isFalse();
        stall.begin(0);
        stall.end();
        assertThat(stall.isOver(60_000_000_001L)).isFalse();
    }
}
