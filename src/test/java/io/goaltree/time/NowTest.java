package io.goaltree.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NowTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant LATE = Instant.parse("2026-11-22T15:00:00.123456789Z");

    private final Now now = new Now(InstantSource.fixed(LATE), TOKYO);

    @Test
    void an_instant_is_cut_to_microseconds() {
        assertThat(now.instant()).isEqualTo(Instant.parse("2026-11-22T15:00:00.123456Z"));
    }

    @Test
    void today_is_the_day_in_the_zone() {
        assertThat(now.today()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(new Now(InstantSource.fixed(LATE), ZoneId.of("UTC")).today())
                .isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void a_day_begins_at_midnight_in_the_zone() {
        assertThat(now.dayOf(Instant.parse("2026-11-22T14:59:59.999999Z"))).isEqualTo(LocalDate.parse("2026-11-22"));
        assertThat(now.dayOf(Instant.parse("2026-11-22T15:00:00Z"))).isEqualTo(LocalDate.parse("2026-11-23"));
    }
}
