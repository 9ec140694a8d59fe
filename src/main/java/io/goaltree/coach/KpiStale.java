package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.kpi.KpiGrace;
import io.goaltree.kpi.KpiValue;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A KPI whose next value is overdue. */
@Singleton
final class KpiStale implements Coaching {
    private final KpiGrace grace;

    KpiStale(KpiGrace grace) {
        this.grace = grace;
    }

    @Override
    public FindingCode code() {
        return FindingCode.KPI_STALE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            KpiValue value = row.kpi().latest();
            if (value != null && row.kpi().isStale()) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        "The newest value is of the period that ended on " + value.periodEnd()
                                + "; the next one is overdue",
                        Evidence.of("newestPeriodEnd", value.periodEnd()),
                        Evidence.of("cadence", row.kpi().cadence()),
                        Evidence.of("graceDays", grace.days())));
            }
        }
        return found;
    }
}
