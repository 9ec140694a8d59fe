package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A KPI that nobody in person looks after. */
@Singleton
final class KpiWithoutOwner implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.KPI_WITHOUT_OWNER;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            if (row.kpi().owner() == null) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        "Nobody owns it: a team alone does not look after a KPI",
                        Evidence.of(
                                "team",
                                row.kpi().team() == null
                                        ? "none"
                                        : row.kpi().team().key())));
            }
        }
        return found;
    }
}
