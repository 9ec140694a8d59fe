package io.goaltree.coach;

import io.goaltree.coach.Picture.KpiRow;
import io.goaltree.kpi.Kpi;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A KPI of which nobody wrote who can influence it, what it reflects, or what to do when it moves. */
@Singleton
final class KpiUsefulnessUnknown implements Coaching {

    @Override
    public FindingCode code() {
        return FindingCode.KPI_USEFULNESS_UNKNOWN;
    }

    @Override
    public List<Found> look(Picture picture) {
        List<Found> found = new ArrayList<>();
        for (KpiRow row : picture.kpis()) {
            String missing = missing(row.kpi());
            if (!missing.isEmpty()) {
                found.add(Found.of(
                        code(),
                        Subject.of(row),
                        "Nobody wrote what it is good for; missing: " + missing,
                        Evidence.of("missing", missing)));
            }
        }
        return found;
    }

    private static String missing(Kpi kpi) {
        List<String> missing = new ArrayList<>();
        if (kpi.influencedBy() == null) {
            missing.add("influencedBy");
        }
        if (kpi.reflects() == null) {
            missing.add("reflects");
        }
        if (kpi.whenItMoves() == null) {
            missing.add("whenItMoves");
        }
        return String.join(", ", missing);
    }
}
