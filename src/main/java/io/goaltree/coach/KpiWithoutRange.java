package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A KPI without a healthy range, so that nobody can say whether it is well. */
@Singleton
final class KpiWithoutRange implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.KPI_WITHOUT_RANGE;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            if (row.kpi().healthyRange() == null) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        "No healthy range is defined; its health stays undefined",
                        Evidence.of(
                                "unit",
                                row.kpi().unit() == null ? "none" : row.kpi().unit())));
            }
        }
        return found;
    }
}
