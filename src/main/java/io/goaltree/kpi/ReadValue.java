package io.goaltree.kpi;

import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value that may be recorded: read, checked, and with its KPI and period found. */
record ReadValue(
        KpiEntity kpi,
        DateRange period,
        BigDecimal value,
        Instant measuredAt,
        boolean isLate,
        @Nullable String source,
        @Nullable String note) {

    /** The natural key of a value. */
    record Key(UUID kpi, LocalDate periodStart) {}

    Key key() {
        return new Key(kpi.id, period.from());
    }
}
