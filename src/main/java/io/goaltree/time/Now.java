package io.goaltree.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What time it is for this service: the one clock, and the zone that decides which day an instant belongs to.
 * Instants are cut to microseconds, the precision the database keeps.
 */
public record Now(InstantSource source, ZoneId zone) {

    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return dayOf(source.instant());
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
