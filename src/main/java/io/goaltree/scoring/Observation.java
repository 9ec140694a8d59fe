package io.goaltree.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value and the day it was measured for, in the zone the caller has settled on; the unit is the measure's. */
public record Observation(LocalDate day, BigDecimal value) {}
