package io.goaltree.violations.team;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Supplier;

/** Every way to read the clock, one a line, and below some calls that only look like it. */
public final class ReadsTheClock {
    public static final int WAYS = 16;
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Supplier<Instant> BY_REFERENCE = Instant::now;

    List<Object> ways(Clock given) {
        return List.of(
                Instant.now(),
                Instant.now(given),
                LocalDate.now(ZONE),
                LocalDate.now(given),
                LocalDateTime.now(ZONE),
                OffsetDateTime.now(ZONE),
                ZonedDateTime.now(ZONE),
                YearMonth.now(ZONE),
                Clock.systemUTC(),
                Clock.tickSeconds(ZONE),
                InstantSource.system(),
                System.currentTimeMillis(),
                new Date(),
                Calendar.getInstance(),
                new GregorianCalendar());
    }

    List<Object> fine(InstantSource given) {
        return List.of(given.instant(), Date.from(given.instant()), new Date(0L), System.nanoTime(), BY_REFERENCE);
    }
}
