package io.goaltree.checkin;

import io.goaltree.time.Cadence;

/** How often a check-in is expected where the measure itself does not say. */
public record CheckInCadence(Cadence cadence) {}
