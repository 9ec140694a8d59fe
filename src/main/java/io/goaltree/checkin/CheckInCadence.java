package io.goaltree.checkin;

import io.goaltree.time.Cadence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often a check-in is expected where the measure itself does not say. */
public record CheckInCadence(Cadence cadence) {

    /** The day on which the check-in after one of this day is due, by the measure's own cadence when it has one. */
    public LocalDate next(@Nullable Cadence own, LocalDate day) {
        return (own == null ? cadence : own).after(day);
    }
}
